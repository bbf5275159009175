package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.studio.RunningModels;
import org.springframework.beans.factory.annotation.Autowired;

/** A node that did not make the release knows it within seconds: the word comes over the database, whoever sends it. */
class ReleaseNewsTest extends RedressTest {

    @Autowired
    RepositoryService repository;
    @Autowired
    RunningModels models;
    @Autowired
    Decisions decisions;

    @Test
    void theNewestTableIsForgottenWhenAnotherNodeHasReleased() {
        String before = decisions.newestId("severity");
        String table = new String(models.shipped().files().get("bpmn/severity.dmn"), StandardCharsets.UTF_8);
        repository.createDeployment().name("redress").source("studio").addString("bpmn/severity.dmn", table.replace("name=\"Severity\"", "name=\"Elsewhere\"")).deploy();
        assertThat(decisions.newestId("severity")).as("time stands still: this node trusts what it knows").isEqualTo(before);

        jdbc.sql("select pg_notify('redress_live', '999999|models|2|release')").query((ResultSet row) -> { });
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !decisions.newestId("severity").equals(before));
    }
}
