package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.redress.RedressTest;
import org.redress.studio.ModelSet;
import org.redress.studio.Release;
import org.redress.studio.ReleaseBook;
import org.redress.studio.ReleaseKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Starts of the product, one after the other, on one database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelDeploymentTest extends RedressTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    ModelDeployment models;

    @Autowired
    ShippedModels shipped;

    @Autowired
    ReleaseBook book;

    @Test
    @Order(1)
    void theModelsOfTheHouseAreOneDeploymentAndTheFirstRelease() {
        Release first = book.inForce().orElseThrow();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.kind()).isEqualTo(ReleaseKind.PRODUCT);
        assertThat(deployments()).containsExactly(first.deployment());
        assertThat(book.files(first.id()).differences(shipped.all())).isEmpty();
        assertThat(book.changed(first.id())).isEqualTo(shipped.all().files().keySet());
        assertThat(book.isCompanys()).isFalse();
    }

    @Test
    @Order(2)
    void anotherStartAddsNothing() {
        models.bringIntoForce(repository, shipped.all());
        assertThat(deployments()).hasSize(1);
        assertThat(book.inForce().orElseThrow().number()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void everyUserTaskFindsItsFormInTheSameDeployment() {
        var forms = repository.getDeploymentResourceNames(deployments().get(0));
        var tasks = repository.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getId)
                .flatMap(id -> repository.getBpmnModelInstance(id).getModelElementsByType(UserTask.class).stream()).toList();
        assertThat(tasks).isNotEmpty().allSatisfy(task -> assertThat(forms).contains("forms/" + task.getId() + ".form"));
    }

    @Test
    @Order(4)
    void aDatabaseOlderThanReleasesRecordsWhatIsInForceFirst() {
        forgetReleases();
        String before = deployments().get(0);
        models.bringIntoForce(repository, shipped.all());
        assertThat(deployments()).containsExactly(before);
        assertThat(book.inForce().orElseThrow().deployment()).isEqualTo(before);
        assertThat(book.inForce().orElseThrow().number()).isEqualTo(1);
    }

    @Test
    @Order(5)
    void twoNodesThatStartTogetherReleaseANewVersionOfTheProductOnce() {
        ModelSet next = other("second");
        Stream.of(1, 2).map(node -> CompletableFuture.runAsync(() -> models.bringIntoForce(repository, next))).toList().forEach(CompletableFuture::join);
        Release second = book.inForce().orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.kind()).isEqualTo(ReleaseKind.PRODUCT);
        assertThat(book.changed(second.id())).containsExactly("bpmn/severity.dmn");
        assertThat(deployments()).hasSize(2).contains(second.deployment());
    }

    @Test
    @Order(6)
    void onceTheCompanyHasReleasedItsOwnModelsANewVersionOfTheProductChangesNothing() {
        jdbc.sql("update model_release set kind = 'PIPELINE' where number = 2").update();
        models.bringIntoForce(repository, other("third"));
        assertThat(book.inForce().orElseThrow().number()).isEqualTo(2);
        assertThat(deployments()).hasSize(2);
    }

    private ModelSet other(String word) {
        String table = new String(shipped.all().files().get("bpmn/severity.dmn"), StandardCharsets.UTF_8);
        return shipped.all().with(Map.of("bpmn/severity.dmn", table.replace("name=\"Severity\"", "name=\"Severity " + word + "\"").getBytes(StandardCharsets.UTF_8)));
    }

    private void forgetReleases() {
        jdbc.sql("delete from model_release_file").update();
        jdbc.sql("delete from model_release").update();
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().deploymentName(ModelDeployment.NAME).list().stream().map(deployment -> deployment.getId()).toList();
    }
}
