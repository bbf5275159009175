package org.redress.process.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.RedressTest;
import org.redress.studio.Finding;
import org.redress.studio.Finding.Layer;
import org.redress.studio.Finding.Weight;
import org.springframework.beans.factory.annotation.Autowired;

public class EngineCheckTest extends RedressTest {

    private static final String COMPLAINT = "bpmn/complaint.bpmn";

    @Autowired
    EngineCheck engine;

    public static Stream<Arguments> broken() {
        return Stream.of(
                broken("default=\"flow_rework\"", "default=\"flow_accepted\"", "defaultCondition", "gateway_reviewed"),
                broken(" default=\"flow_teamOpen\"", "", "flowCondition", "gateway_directToTeam"),
                broken("targetRef=\"gateway_joinHandling\"", "targetRef=\"userTask_signForCase\"", "flowToNowhere", "flow_classified"),
                broken("messageRef=\"message_waiting\"", "messageRef=\"message_gone\"", "unknownMessage", "event_waitingStarted"),
                broken(" messageRef=\"message_waiting\"", "", "noMessage", "event_waitingStarted"),
                broken("name=\"complaint.waiting\"", "name=\"\"", "messageWithoutName", "event_waitingStarted"),
                broken("<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${clock.waitingLimit(complaintId)}</bpmn:timeDate>", "", "timerEmpty", "event_waitingLimit"),
                broken("attachedToRef=\"userTask_awaitAnswer\"", "attachedToRef=\"userTask_signForCase\"", "boundaryNowhere", "event_resumed"),
                broken("${direct}", "${direct", "expression", "flow_teamFixed"),
                broken("camunda:historyTimeToLive=\"P1825D\"", "", "timeToLive", "complaint"),
                broken("id=\"event_waitingStarted\"", "id=\"9 waiting\"", "idForm", "9 waiting"),
                broken("<bpmn:startEvent id=\"event_handlingStarted\" name=\"Handling started\">", "<bpmn:startEvent id=\"event_handlingStarted\" wrong=\"1\">", "schema",
                        "event_handlingStarted"));
    }

    private static Arguments broken(String from, String to, String key, String element) {
        return arguments(from, to, key, element);
    }

    @ParameterizedTest(name = "{2} at {3}")
    @MethodSource("broken")
    void tellsWhatTheEngineSaysAtTheElementItMeans(String from, String to, String key, String element) {
        List<Finding> found = check(COMPLAINT, Shipped.changed(COMPLAINT, from, to));

        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.key()).isEqualTo("studio.finding.engine." + key);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.layer()).isEqualTo(Layer.ENGINE);
        });
    }

    @Test
    void aCellThatCannotBeReadIsTheCell() {
        List<Finding> found = check("bpmn/attempts.dmn", Shipped.changed("bpmn/attempts.dmn", "&lt; 3", "&lt; 3 and"));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("when_followUpAgain_attempts");
            assertThat(finding.key()).isEqualTo("studio.finding.engine.cell");
            assertThat(finding.args()).containsExactly("< 3 and", 1);
        });
    }

    @Test
    void aTableWithoutTimeToLiveAndOneOfAnUnknownPolicyAreToldAsTheEngineDoes() {
        assertThat(keys(check("bpmn/attempts.dmn", Shipped.changed("bpmn/attempts.dmn", " camunda:historyTimeToLive=\"P1825D\"", ""))))
                .containsExactly("studio.finding.engine.timeToLive");
        assertThat(check("bpmn/sla-policy.dmn", Shipped.changed("bpmn/sla-policy.dmn", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"PRIORITY\""))).singleElement()
                .satisfies(finding -> assertThat(finding.element()).isIn("decisionTable_sla-policy", "sla-policy"));
    }

    @Test
    void aConditionOfAFormIsToldAtItsField() {
        List<Finding> found = check("forms/userTask_triageComplaint.form", Shipped.changed("forms/userTask_triageComplaint.form", "=decision != \\\"ASSIGN\\\"", "=decision !="));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("field_team");
            assertThat(finding.key()).isEqualTo("studio.finding.engine.expression");
        });
        assertThat(keys(check("forms/x.form", "[]"))).containsExactly("studio.finding.engine.formUnreadable");
    }

    @Test
    void shippedModelsSayNothing() {
        Shipped.set().files().forEach((file, content) -> assertThat(engine.check(file, content)).as(file).isEmpty());
    }

    @Test
    void aWarningOfTheEngineIsAReminder() {
        String text = Shipped.changed(COMPLAINT, " default=\"flow_teamOpen\"", "");
        assertThat(check(COMPLAINT, text)).filteredOn(finding -> finding.element().equals("gateway_directToTeam")).singleElement()
                .satisfies(finding -> assertThat(finding.weight()).isEqualTo(Weight.WARNING));
    }

    private List<Finding> check(String file, String content) {
        return engine.check(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> keys(List<Finding> found) {
        return found.stream().map(Finding::key).toList();
    }
}
