package org.redress.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which version of sampling.dmn is in force. A new version of the product deploys its own table again although nobody changed it: that is
 * no reason to drop the plan which the company has released since.
 */
@Component
class SamplingVersions {

    private final RepositoryService repository;
    private final Decisions decisions;
    private volatile @Nullable Kept kept;

    SamplingVersions(RepositoryService repository, Decisions decisions) {
        this.repository = repository;
        this.decisions = decisions;
    }

    /** @param id of the definition, as {@link Decisions} takes it */
    record InForce(String id, int version) {
    }

    InForce inForce() {
        String newest = decisions.newestId(SamplingTable.TABLE);
        Kept known = kept;
        if (known == null || !known.newest().equals(newest)) {
            known = new Kept(newest, find());
            kept = known;
        }
        return known.inForce();
    }

    /** The newest first. */
    List<DecisionDefinition> all() {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(SamplingTable.TABLE).orderByDecisionDefinitionVersion().desc().list();
    }

    byte[] source(String id) {
        try (InputStream model = repository.getDecisionModel(id)) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The decision " + id + " cannot be read", e);
        }
    }

    boolean isShipped(DecisionDefinition version) {
        Deployment deployment = repository.createDeploymentQuery().deploymentId(version.getDeploymentId()).singleResult();
        return ModelDeployment.NAME.equals(deployment.getSource());
    }

    private InForce find() {
        List<DecisionDefinition> versions = all();
        int at = 0;
        while (saysNothingNew(versions.subList(at, versions.size()))) {
            at++;
        }
        return new InForce(versions.get(at).getId(), versions.get(at).getVersion());
    }

    /** The first came with the product, and so did an older one that reads the same: what was in force before it stays. */
    private boolean saysNothingNew(List<DecisionDefinition> versions) {
        if (!isShipped(versions.get(0))) {
            return false;
        }
        return versions.stream().skip(1).filter(this::isShipped).findFirst()
                .filter(older -> Arrays.equals(source(older.getId()), source(versions.get(0).getId()))).isPresent();
    }

    private record Kept(String newest, InForce inForce) {
    }
}
