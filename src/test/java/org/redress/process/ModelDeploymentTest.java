package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

class ModelDeploymentTest extends RedressTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    ModelDeployment models;

    @Test
    void theModelsOfTheHouseAreOneDeploymentAndAnotherStartAddsNone() {
        var before = deployments();
        models.deployTo(repository);
        assertThat(deployments()).isEqualTo(before).hasSize(1);
    }

    @Test
    void everyUserTaskFindsItsFormInTheSameDeployment() {
        var forms = repository.getDeploymentResourceNames(deployments().iterator().next());
        var tasks = repository.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getId)
                .flatMap(id -> repository.getBpmnModelInstance(id).getModelElementsByType(UserTask.class).stream()).toList();
        assertThat(tasks).isNotEmpty().allSatisfy(task -> assertThat(forms).contains("forms/" + task.getId() + ".form"));
    }

    private Set<String> deployments() {
        return repository.createDeploymentQuery().deploymentName(ModelDeployment.NAME).list().stream()
                .map(deployment -> deployment.getId()).collect(Collectors.toSet());
    }
}
