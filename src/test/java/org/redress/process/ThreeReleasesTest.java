package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.redress.escalation.ClockCheck;
import org.redress.shared.Problem;
import org.redress.studio.ModelKind;
import org.redress.studio.Release;
import org.redress.studio.Releases;
import org.redress.studio.Releases.Wish;
import org.redress.studio.RunningModels;
import org.springframework.beans.factory.annotation.Autowired;

/** Three releases, and on each of them a case that goes to its end by the steps, forms and tables under which it was received. */
class ThreeReleasesTest extends LoopTest {

    private static final String PROCESS = "bpmn/complaint.bpmn";
    private static final String ATTEMPTS = "bpmn/attempts.dmn";
    private static final String SIGN = "forms/userTask_signForCase.form";

    @Autowired
    Releases releases;
    @Autowired
    RunningModels models;
    @Autowired
    ClockCheck clocks;

    @Test
    void whatRanBeforeGoesOnAsItBegan() {
        String onFirst = assigned();

        release(Map.of(PROCESS, secondReview(text(PROCESS)), "forms/userTask_secondReview.form", SECOND_REVIEW, ATTEMPTS, oneAttempt(text(ATTEMPTS))));
        String onSecond = assigned();

        release(Map.of(SIGN, text(SIGN).replace("\"components\": [", "\"components\": [" + PLANNED + ","), PROCESS, secondLookGone(text(PROCESS))));
        String onThird = assigned();

        assertThat(models.versions(ModelKind.PROCESS, "complaint")).extracting(RunningModels.Version::running).containsExactly(1L, 1L, 1L);

        // forms: only the third asks when the visit is
        done("handler", onFirst, "signForCase", "decision", "SIGN");
        done("handler", onSecond, "signForCase", "decision", "SIGN");
        assertThatThrownBy(() -> done("handler", onThird, "signForCase", "decision", "SIGN")).isInstanceOf(Problem.class);
        done("handler", onThird, "signForCase", "decision", "SIGN", "plannedVisit", "Tomorrow morning");

        // steps: only the second has a second review
        for (String number : List.of(onFirst, onSecond, onThird)) {
            resolve("handler", number);
            accept(number);
        }
        assertThat(openTasks(onFirst)).extracting(task -> task.key()).containsExactly("userTask_recallCustomer");
        assertThat(openTasks(onSecond)).extracting(task -> task.key()).containsExactly("userTask_secondReview");
        assertThat(openTasks(onThird)).extracting(task -> task.key()).containsExactly("userTask_recallCustomer");
        done("specialist", onSecond, "secondReview", "secondOpinion", "Seen again");

        // tables: only the first calls again after nobody answered
        for (String number : List.of(onFirst, onSecond, onThird)) {
            done("agent", number, "recallCustomer", "reached", false);
        }
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(onFirst).count()).isEqualTo(1);
        assertOver(onSecond);
        assertOver(onThird);
        assertThat(clocks.check().drifts()).isEmpty();
        clock.advance(Duration.ofDays(4));
        jobs.runDue();
        recall("agent", onFirst, true);
        assertOver(onFirst);
        assertNotPassed(onFirst, "userTask_secondReview");
        assertPassed(onSecond, "userTask_secondReview");
        assertNotPassed(onThird, "userTask_secondReview");
    }

    private void release(Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((file, text) -> bytes.put(file, text.getBytes(StandardCharsets.UTF_8)));
        Release asked = as("designer", () -> releases.send(bytes, new Wish("Release", "For the test", "", null, null))).release();
        as("designer2", () -> releases.approve(asked.id()));
    }

    private String text(String file) {
        return new String(models.shipped().files().get(file), StandardCharsets.UTF_8);
    }

    private static String oneAttempt(String table) {
        int recall = table.indexOf("rule_recallAgain");
        return table.substring(0, recall) + table.substring(recall).replace("&lt; 3", "&lt; 1").replace("&gt;= 3", "&gt;= 1");
    }

    private static String secondReview(String process) {
        return process.replace("sourceRef=\"gateway_reviewed\" targetRef=\"event_resolved\"", "sourceRef=\"gateway_reviewed\" targetRef=\"userTask_secondReview\"")
                .replace("<bpmn:incoming>flow_accepted</bpmn:incoming>", "<bpmn:incoming>flow_seenAgain</bpmn:incoming>")
                .replace("<bpmn:sequenceFlow id=\"flow_resolveStarted\"", """
                        <bpmn:userTask id="userTask_secondReview" name="Review again" camunda:formRef="userTask_secondReview" camunda:formRefBinding="deployment" camunda:candidateGroups="COMPLAINT_SPECIALIST">
                          <bpmn:documentation>A second pair of eyes. Why: grave cases. Who: a specialist. Basis: the rules of the company.</bpmn:documentation>
                          <bpmn:extensionElements>
                            <camunda:properties>
                              <camunda:property name="name.en" value="Review again" />
                              <camunda:property name="name.zh-CN" value="复核" />
                              <camunda:property name="doc.zh-CN" value="再看一遍。为什么：重大案件。谁：专员。依据：公司制度。" />
                              <camunda:property name="redress.clock" value="RESOLVE" />
                              <camunda:property name="redress.workMinutes" value="10" />
                            </camunda:properties>
                          </bpmn:extensionElements>
                          <bpmn:incoming>flow_accepted</bpmn:incoming>
                          <bpmn:outgoing>flow_seenAgain</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="flow_seenAgain" sourceRef="userTask_secondReview" targetRef="event_resolved" />
                        <bpmn:sequenceFlow id="flow_resolveStarted\"""")
                .replace("<bpmndi:BPMNShape id=\"gateway_reviewed_di\"", """
                        <bpmndi:BPMNShape id="userTask_secondReview_di" bpmnElement="userTask_secondReview"><dc:Bounds x="3460" y="250" width="100" height="80" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="flow_seenAgain_di" bpmnElement="flow_seenAgain"><di:waypoint x="3560" y="290" /><di:waypoint x="3560" y="362" /></bpmndi:BPMNEdge>
                        <bpmndi:BPMNShape id="gateway_reviewed_di\"""");
    }

    /** As shipped but for a word, so that it is a version of its own. */
    private static String secondLookGone(String process) {
        return process.replace("Carries one complaint from capture", "Carries each complaint from capture");
    }

    private static final String SECOND_REVIEW = """
            {"components": [{"label": "What you think", "type": "textarea", "layout": {"row": "row_opinion", "columns": null}, "id": "field_secondOpinion",
              "key": "secondOpinion", "validate": {"required": true, "maxLength": 2000}, "properties": {"zh-CN.label": "复核意见"}}],
             "type": "default", "id": "userTask_secondReview", "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "schemaVersion": 19}
            """;

    private static final String PLANNED = """
            {"label": "When you will visit", "type": "textfield", "layout": {"row": "row_visit", "columns": null}, "id": "field_plannedVisit",
             "key": "plannedVisit", "validate": {"required": true, "maxLength": 200}, "properties": {"zh-CN.label": "计划上门时间"}}""";
}
