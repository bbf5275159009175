package org.redress.process;

import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** A process that a release takes out begins by itself no more, neither by a timer nor by a message; what runs of it goes on. */
@Component
class TakenOut {

    private static final List<String> EVENTS = List.of("message", "signal", "conditional");

    private final RepositoryService repository;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;

    TakenOut(RepositoryService repository, ManagementService management, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.management = management;
        this.engine = engine;
    }

    /** @param deployment that is in force from now on */
    void after(String deployment, String name) {
        List<String> releases = repository.createDeploymentQuery().deploymentName(name).list().stream().map(each -> each.getId()).toList();
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(newest -> !newest.getDeploymentId().equals(deployment) && releases.contains(newest.getDeploymentId())).forEach(this::silence);
    }

    private void silence(ProcessDefinition definition) {
        management.createJobQuery().processDefinitionId(definition.getId()).timers().list().stream().filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> management.deleteJob(job.getId()));
        engine.getCommandExecutorTxRequired().execute(context -> {
            for (String event : EVENTS) {
                context.getEventSubscriptionManager().findEventSubscriptionsByConfiguration(event, definition.getId()).stream()
                        .filter(waiting -> waiting.getExecutionId() == null).forEach(waiting -> waiting.delete());
            }
            return null;
        });
    }
}
