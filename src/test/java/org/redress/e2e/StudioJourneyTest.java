package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.escalation.ClockCheck;
import org.redress.studio.MigrationWork;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A designer puts a second review step with a clock and a form into the complaint process, is told what is wrong with it, mends it, may not approve
 * it herself; the colleague does; new cases take the new way, five running ones come along with their due moments, and all of it is undone.
 */
class StudioJourneyTest extends BrowserTest {

    private static final String STEP = "userTask_checkAgain";
    private static final int RUNNING = 5;

    @Autowired
    private ClockCheck clocks;

    @Autowired
    private MigrationWork work;

    private Person designer;
    private Person colleague;
    private Api api;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aStepIsAddedReleasedAndTakenBack(String language) throws IOException {
        designer = people.signIn("designer", Locale.forLanguageTag(language));
        colleague = people.signIn("designer2", Locale.forLanguageTag(language));
        api = new Api(url(""));
        List<String> running = Stream.generate(this::signed).limit(RUNNING).toList();
        Map<String, Object> due = dueMoments();

        designer.goTo("/designer/changes/new");
        designer.field("studio.change.title").fill(designer.words().choose("Second review", "增加二次审核"));
        designer.button("studio.change.begin").click();
        designer.page().waitForURL("**/edit");
        String change = designer.where().replaceAll("\\D+", "");
        bring(change, drawn("WITCHES", ""), null);
        threeMistakesAreTold(change);
        bring(change, drawn("COMPLAINT_SPECIALIST", "<camunda:property name=\"redress.clock\" value=\"RESOLVE\" />"), form());
        designer.goTo("/designer/changes/" + change + "/check");
        assertThat(designer.main()).containsText(designer.text("studio.check.errors", 0));
        Barriers.none(designer);

        release(change);
        String fresh = signed();
        resolve(fresh);
        assertThat(steps(fresh)).as("a new case takes the new way").containsExactly(STEP);

        int before = version(running.get(0));
        migrate(change, running, due);
        assertThat(version(running.get(0))).isNotEqualTo(before);
        resolve(running.get(0));
        assertThat(steps(running.get(0))).as("a case that came along takes it too").containsExactly(STEP);

        undo(running, due, before);
    }

    private void threeMistakesAreTold(String change) {
        designer.goTo("/designer/changes/" + change + "/check");
        assertThat(designer.main()).containsText(designer.text("studio.check.errors", 3));
        assertThat(designer.main().locator("tr").filter(new Locator.FilterOptions().setHasText(designer.text("enum.FindingWeight.ERROR")))
                .filter(new Locator.FilterOptions().setHasText(STEP))).hasCount(3);
        Barriers.none(designer);
        designer.goTo("/designer/changes/" + change + "/release");
        designer.field("studio.release.note").fill("too early");
        designer.expecting(422);
        designer.button("studio.release.ask").click();
        assertThat(designer.heading("studio.release.findings")).isVisible();
    }

    private void release(String change) {
        designer.goTo("/designer/changes/" + change + "/compare");
        assertThat(designer.main()).containsText(STEP);
        designer.goTo("/designer/changes/" + change + "/release");
        designer.field("studio.release.note").fill(designer.words().choose("A second pair of eyes before the customer hears of it.", "答复客户前再由一人审核。"));
        designer.button("studio.release.ask").click();
        assertThat(designer.main()).containsText(designer.text("studio.release.ownRefused"));
        assertThat(designer.button("studio.release.approve")).hasCount(0);
        colleague.goTo("/designer/changes/" + change + "/release");
        Barriers.none(colleague);
        colleague.button("studio.release.approve").click();
        assertThat(colleague.main()).containsText(colleague.text("enum.ReleaseState.RELEASED"));
    }

    private void migrate(String change, List<String> running, Map<String, Object> due) {
        designer.goTo("/designer/changes/" + change + "/migrate");
        designer.main().locator("tr").filter(new Locator.FilterOptions().setHasText(designer.words().choose("Complaint handling", "投诉处理")))
                .locator("button").first().click();
        designer.page().waitForURL("**/designer/migrations/*");
        assertThat(designer.main()).containsText(running.get(0));
        Barriers.none(designer);
        designer.button("studio.migration.canary").click();
        work.run(newest());
        designer.page().reload();
        running.forEach(number -> assertThat(designer.main()).containsText(number));
        assertThat(jdbc.sql("select count(*) from migration_case where migration_id = ? and outcome = 'MOVED'").param(newest()).query(Integer.class).single())
                .isEqualTo(RUNNING);
        assertThat(dueMoments()).containsAllEntriesOf(due);
        assertThat(clocks.check().drifts()).isEmpty();
    }

    private void undo(List<String> running, Map<String, Object> due, int before) {
        int first = jdbc.sql("select max(number) - 1 from model_release").query(Integer.class).single();
        designer.goTo("/designer/releases/" + first);
        designer.field("studio.release.back.note").fill("it costs more than it brings");
        designer.button("studio.release.back.do").click();
        colleague.goTo(designer.where());
        colleague.button("studio.release.approve").click();
        assertThat(colleague.main()).containsText(colleague.text("enum.ReleaseState.RELEASED"));
        String old = signed();
        resolve(old);
        assertThat(steps(old)).as("new cases take the old way again").containsExactly("userTask_reviewResolution");
        assertThat(steps(running.get(0))).as("what runs goes on as it is").containsExactly(STEP);
        assertThat(version(running.get(1))).isNotEqualTo(before);
        assertThat(dueMoments()).containsAllEntriesOf(Map.of(running.get(1), due.get(running.get(1))));
        assertThat(clocks.check().drifts()).isEmpty();
    }

    private long newest() {
        return jdbc.sql("select max(id) from migration").query(Long.class).single();
    }

    /** Brings files drawn elsewhere into the change. */
    private void bring(String change, String process, @Nullable String form) {
        designer.goTo("/designer/changes/" + change + "/edit");
        FilePayload drawn = new FilePayload("complaint.bpmn", "application/xml", process.getBytes(StandardCharsets.UTF_8));
        designer.page().locator("#files").setInputFiles(form == null ? new FilePayload[] {drawn}
                : new FilePayload[] {drawn, new FilePayload(STEP + ".form", "application/json", form.getBytes(StandardCharsets.UTF_8))});
        designer.button("studio.edit.import.do").click();
        assertThat(designer.main().locator("a[href*='/edit/process/complaint']").first()).isVisible();
    }

    private static String drawn(String group, String clock) throws IOException {
        String model = Files.readString(Path.of("bpmn", "complaint.bpmn"), StandardCharsets.UTF_8);
        return model
                .replace("<bpmn:sequenceFlow id=\"flow_resolutionGiven\" sourceRef=\"userTask_resolveComplaint\" targetRef=\"userTask_reviewResolution\" />", """
                        <bpmn:userTask id="%1$s" name="Check again" camunda:formRef="%1$s" camunda:formRefBinding="deployment" camunda:candidateGroups="%2$s">
                          <bpmn:documentation>A second pair of eyes. Why: fewer resolutions come back. Who: a specialist. Basis: house rule.</bpmn:documentation>
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="name.en" value="Check again" /><camunda:property name="name.zh-CN" value="二次审核" />%3$s
                            <camunda:property name="redress.workMinutes" value="15" /></camunda:properties></bpmn:extensionElements>
                          <bpmn:incoming>flow_resolutionGiven</bpmn:incoming><bpmn:outgoing>flow_checkedAgain</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="flow_checkedAgain" sourceRef="%1$s" targetRef="userTask_reviewResolution" />
                        <bpmn:sequenceFlow id="flow_resolutionGiven" sourceRef="userTask_resolveComplaint" targetRef="%1$s" />""".formatted(STEP, group, clock))
                .replace("<bpmn:incoming>flow_resolutionGiven</bpmn:incoming>\n          <bpmn:outgoing>flow_reviewed",
                        "<bpmn:incoming>flow_checkedAgain</bpmn:incoming>\n          <bpmn:outgoing>flow_reviewed")
                .replace("<bpmndi:BPMNPlane id=\"plane_complaint\" bpmnElement=\"complaint\">", """
                        <bpmndi:BPMNPlane id="plane_complaint" bpmnElement="complaint">
                              <bpmndi:BPMNShape id="%1$s_di" bpmnElement="%1$s"><dc:Bounds x="3180" y="450" width="100" height="80" /></bpmndi:BPMNShape>""".formatted(STEP))
                .replace("<bpmndi:BPMNEdge id=\"flow_resolutionGiven_di\" bpmnElement=\"flow_resolutionGiven\">", """
                        <bpmndi:BPMNEdge id="flow_checkedAgain_di" bpmnElement="flow_checkedAgain"><di:waypoint x="3280" y="490" /><di:waypoint x="3310" y="420" /></bpmndi:BPMNEdge>
                              <bpmndi:BPMNEdge id="flow_resolutionGiven_di" bpmnElement="flow_resolutionGiven">""")
                .replace("<di:waypoint x=\"3205\" y=\"380\" />\n        <di:waypoint x=\"3260\" y=\"380\" />", "<di:waypoint x=\"3205\" y=\"380\" />\n        <di:waypoint x=\"3180\" y=\"490\" />");
    }

    private static String form() {
        return """
                {"type": "default", "id": "%s", "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "schemaVersion": 19,
                 "components": [{"type": "textfield", "id": "field_opinion", "key": "opinion", "label": "Opinion", "validate": {"required": true},
                   "properties": {"zh-CN.label": "审核意见"}}]}""".formatted(STEP);
    }

    private String signed() {
        String number = api.complaint(Map.of("channel", "HOTLINE", "category", "gas.billing.reading", "customer", Map.of("name", "王秀英", "phone", "0755 5555 0101"),
                "summary", "Meter reading far too high"));
        api.complete("specialist", number, "userTask_triageComplaint", Map.of("decision", "ASSIGN", "team", "repair-1", "category", "gas.billing.reading"));
        api.complete("handler", number, "userTask_signForCase", Map.of("decision", "SIGN"));
        return number;
    }

    private void resolve(String number) {
        api.complete("handler", number, "userTask_resolveComplaint", Map.of("contactedCustomerAt", clock.instant().toString(), "customerStatement", "读数不对",
                "employeeStatement", "天色已暗", "finding", "抄错一位", "remedies", List.of("APOLOGY"), "rootCause", "未复核", "basisForResolution", "已更正账单"));
    }

    private List<String> steps(String number) {
        return jdbc.sql("select task_key from open_task where kind = 'CASE' and subject = ?").param(number).query(String.class).list();
    }

    private int version(String number) {
        return jdbc.sql("select distinct p.version_ from open_task t join public.act_re_procdef p on p.id_ = t.definition_id where t.kind = 'CASE' and t.subject = ?").param(number)
                .query(Integer.class).single();
    }

    /** When each open step of a case is due. */
    private Map<String, Object> dueMoments() {
        return jdbc.sql("select subject, min(due_at) as due from open_task where kind = 'CASE' group by subject").query().listOfRows().stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("subject")), row -> row.get("due")));
    }
}
