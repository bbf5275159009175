package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The steps that designers add from templates do on the engine what their names say. */
class DesignersStepsTest extends LoopTest {

    @Autowired
    private RepositoryService repository;
    @Autowired
    private ModelVocabulary vocabulary;

    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().deploymentName("designers-steps").list().forEach(each -> repository.deleteDeployment(each.getId(), true));
    }

    @Test
    void colleaguesAndTheCustomerAreToldInTheirLanguage() {
        String number = signed();
        run(number, "sendMessage", Map.of("to", "TEAM", "textEn", "Look at it again", "textZh", "请再看一次"));
        run(number, "sendMessage", Map.of("to", "DEPARTMENT_MANAGER", "textEn", "Escalated", "textZh", "已升级"));
        run(number, "sendMessage", Map.of("to", "CUSTOMER", "textEn", "We come tomorrow", "textZh", "明天上门"));
        run(number, "askCustomer", Map.of("textEn", "Which meter?", "textZh", "哪块表？"));
        List<String> told = jdbc.sql("select template || ' ' || (filled ->> 'text') from message where case_number = ? and template like 'step.%' order by id")
                .param(number).query(String.class).list();
        assertThat(told).anySatisfy(text -> assertThat(text).startsWith("step.staff Look at it again").contains("请再看一次"))
                .anySatisfy(text -> assertThat(text).startsWith("step.staff Escalated"))
                .anySatisfy(text -> assertThat(text).startsWith("step.customer We come tomorrow"))
                .anySatisfy(text -> assertThat(text).startsWith("step.question Which meter?"));
        assertThatThrownBy(() -> run(number, "sendMessage", Map.of("to", "EVERYBODY", "textEn", "x", "textZh", "x"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aClockBeginsAnewUnlessItRuns() {
        String number = signed();
        assertThat(running(number, "SIGN")).isFalse();
        run(number, "startClock", Map.of("clock", "SIGN"));
        assertThat(running(number, "SIGN")).isTrue();
        run(number, "startClock", Map.of("clock", "SIGN"));
        assertThat(running(number, "SIGN")).isTrue();
        assertThatThrownBy(() -> run(number, "startClock", Map.of("clock", "PROMISE"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void templatesNameListedStepsOnlyAndSpeakBothLanguages() throws IOException {
        JsonNode templates = new ObjectMapper().readTree(Path.of("src/main/frontend/src/studio/element-templates.json").toFile());
        var steps = new TreeSet<String>();
        for (JsonNode template : templates) {
            assertThat(template.path("name").path("en").asText()).isNotBlank();
            assertThat(template.path("name").path("zh").asText()).isNotBlank();
            StreamSupport.stream(template.path("properties").spliterator(), false)
                    .filter(property -> property.path("binding").path("name").asText().equals("camunda:delegateExpression"))
                    .forEach(property -> steps.add(property.path("value").asText().replaceAll("\\$\\{(\\w+)}", "$1")));
        }
        assertThat(steps).containsExactlyInAnyOrder("askCustomer", "sendMessage", "startClock").allMatch(vocabulary::isStep);
        assertThat(Files.readString(Path.of("src/main/frontend/src/studio/element-templates.json"), StandardCharsets.UTF_8)).contains("redress.clock");
    }

    private boolean running(String number, String kind) {
        return jdbc.sql("select count(*) from case_clock where complaint_id = ? and kind = ? and state = 'RUNNING'").params(idOf(number), kind)
                .query(Long.class).single() > 0;
    }

    private void run(String number, String step, Map<String, String> input) {
        var parameters = new StringBuilder();
        input.forEach((name, value) -> parameters.append("<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>".formatted(name, value)));
        repository.createDeployment().name("designers-steps").addString("probe.bpmn", EngineTest.process("""
                <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f" sourceRef="start" targetRef="step"/>
                <bpmn:serviceTask id="step" camunda:delegateExpression="${%s}"><bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput>\
                </bpmn:extensionElements></bpmn:serviceTask>
                """.formatted(step, parameters))).deploy();
        as("handler", () -> runtime.startProcessInstanceByKey("probe", number, Map.of("complaintId", idOf(number))));
    }
}
