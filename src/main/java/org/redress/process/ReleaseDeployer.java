package org.redress.process;

import java.util.ArrayList;
import java.util.List;

import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.jspecify.annotations.Nullable;
import org.redress.process.gate.ModelProblem;
import org.redress.process.gate.ModelRefused;
import org.redress.studio.Finding;
import org.redress.studio.Finding.Layer;
import org.redress.studio.Finding.Weight;
import org.redress.studio.ModelSet;
import org.redress.studio.ModelsRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts a set of models into the engine within a transaction of somebody else. The engine remembers definitions before they are committed:
 * when the transaction is lost, so is all that it remembers, and the next case reads it from the database again.
 */
@Component
class ReleaseDeployer {

    /** Unlike what came with the product, see {@link SamplingVersions}. */
    static final String SOURCE = "studio";

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final Decisions decisions;
    private final TakenOut takenOut;

    ReleaseDeployer(RepositoryService repository, ProcessEngineConfigurationImpl engine, Decisions decisions, TakenOut takenOut) {
        this.repository = repository;
        this.engine = engine;
        this.decisions = decisions;
        this.takenOut = takenOut;
    }

    /** @throws ModelsRefused with what gate or engine say */
    String deploy(String name, ModelSet set) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A release is one transaction: deployment and rows");
        }
        Memory memory = new Memory();
        TransactionSynchronizationManager.registerSynchronization(memory);
        try {
            String deployment = ModelDeployment.add(repository, name, SOURCE, set);
            memory.deployment = deployment;
            takenOut.after(deployment, name);
            return deployment;
        } catch (ModelRefused refused) {
            throw byGate(refused);
        } catch (ParseException e) {
            throw new ModelsRefused(byEngine(e));
        } catch (ProcessEngineException e) {
            if (isDatabases(e)) {
                throw e;
            }
            // The second net speaks while the engine parses, which wraps it.
            if (e.getCause() instanceof ModelRefused refused) {
                throw byGate(refused);
            }
            throw new ModelsRefused(List.of(new Finding("", "", Layer.ENGINE, Weight.ERROR, "studio.finding.release.engine", List.of(rootOf(e)))));
        }
    }

    private static ModelsRefused byGate(ModelRefused refused) {
        return new ModelsRefused(refused.problems().stream().map(ModelProblem::finding).toList());
    }

    private static List<Finding> byEngine(ParseException e) {
        List<Finding> findings = new ArrayList<>();
        for (ResourceReport report : e.getResorceReports()) {
            report.getErrors().forEach(problem -> findings.add(new Finding(report.getResourceName(),
                    problem.getMainElementId() == null ? "" : problem.getMainElementId(), Layer.ENGINE, Weight.ERROR, "studio.finding.release.engine",
                    List.of(String.valueOf(problem.getMessage())))));
        }
        return findings;
    }

    private static boolean isDatabases(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof PersistenceException || each instanceof java.sql.SQLException) {
                return true;
            }
        }
        return false;
    }

    private static String rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private final class Memory implements TransactionSynchronization {

        private @Nullable String deployment;

        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
                DeploymentCache cache = engine.getDeploymentCache();
                cache.discardProcessDefinitionCache();
                cache.discardDecisionDefinitionCache();
                cache.discardDecisionRequirementsDefinitionCache();
                engine.getRegisteredDeployments().remove(deployment);
            }
            decisions.forget();
        }
    }
}
