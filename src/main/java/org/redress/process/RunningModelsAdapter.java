package org.redress.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelSet;
import org.redress.studio.ReleaseBook;
import org.redress.studio.RunningModels;
import org.springframework.stereotype.Component;

/** What the studio sees of the engine. */
@Component
class RunningModelsAdapter implements RunningModels {

    private final ReleaseBook book;
    private final ShippedModels shipped;
    private final SamplingVersions samplings;
    private final Decisions decisions;
    private final RepositoryService repository;
    private final ReleaseDeployer deployer;
    private final DefinitionRows rows;

    RunningModelsAdapter(ReleaseBook book, ShippedModels shipped, SamplingVersions samplings, Decisions decisions, RepositoryService repository,
            ReleaseDeployer deployer, DefinitionRows rows) {
        this.book = book;
        this.shipped = shipped;
        this.samplings = samplings;
        this.decisions = decisions;
        this.repository = repository;
        this.deployer = deployer;
        this.rows = rows;
    }

    /** The newest release; the call plan may have released its table since. */
    @Override
    public ModelSet inForce() {
        ModelSet released = book.inForce().map(release -> book.files(release.id())).orElseGet(shipped::all);
        String table = ModelKind.DECISION.file(SamplingTable.TABLE);
        if (!released.files().containsKey(table)) {
            return released;
        }
        decisions.forget(SamplingTable.TABLE);
        return released.with(Map.of(table, samplings.source(samplings.inForce().id())));
    }

    @Override
    public ModelSet shipped() {
        return shipped.all();
    }

    @Override
    public String deploy(String name, ModelSet set) {
        return deployer.deploy(name, set);
    }

    @Override
    public void refresh() {
        decisions.forget();
    }

    @Override
    public List<Version> inUse() {
        return rows.inUse();
    }

    @Override
    public List<Version> versions(ModelKind kind, String id) {
        return rows.versions(kind, id);
    }

    @Override
    public byte @Nullable [] source(ModelKind kind, String id, int version) {
        return switch (kind) {
            case PROCESS -> {
                ProcessDefinition found = repository.createProcessDefinitionQuery().processDefinitionKey(id).processDefinitionVersion(version).singleResult();
                yield found == null ? null : bytes(repository.getProcessModel(found.getId()));
            }
            case DECISION -> {
                DecisionDefinition found = repository.createDecisionDefinitionQuery().decisionDefinitionKey(id).decisionDefinitionVersion(version).singleResult();
                yield found == null ? null : bytes(repository.getDecisionModel(found.getId()));
            }
            case FORM -> null;
        };
    }

    @Override
    public Map<String, Long> standing(String process, @Nullable Integer version) {
        return rows.standing(process, version);
    }

    private static byte[] bytes(InputStream source) {
        try (source) {
            return source.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A released model cannot be read", e);
        }
    }
}
