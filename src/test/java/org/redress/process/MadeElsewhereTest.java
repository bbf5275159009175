package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.redress.process.gate.ModelGate;
import org.redress.Browser;
import org.redress.escalation.ClockCheck;
import org.redress.shared.Bilingual;
import org.redress.studio.CaseMigrations.Route;
import org.redress.studio.CaseOutcome;
import org.redress.studio.Finding;
import org.redress.studio.MigrationFilter;
import org.redress.studio.MigrationWork;
import org.redress.studio.Migrations;
import org.redress.studio.ModelChecks;
import org.redress.studio.ModelSet;
import org.redress.studio.RunningModels;
import org.redress.worklist.OpenTask;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Three processes as Camunda Modeler draws and names them, with what the check asks for added as its extension properties (a clock and a Chinese name for each
 * task), pass gate and check, run to their ends, and their work is in the list.
 */
class MadeElsewhereTest extends LoopTest {

    private static final Path FOLDER = Path.of("src/test/resources/made-elsewhere");
    private static final List<String> MADE = List.of("Process_0h1x9vq", "Process_1tz4kd0", "Process_0b6wr2j");

    @Autowired
    RepositoryService repository;
    @Autowired
    ModelGate gate;
    @Autowired
    ClockCheck check;
    @Autowired
    Migrations migrations;
    @Autowired
    ModelChecks checks;
    @Autowired
    RunningModels running;
    @Autowired
    MigrationWork work;

    @Test
    void theyPassTheGateAsTheyAre() {
        assertThat(MADE).allSatisfy(id -> assertThat(gate.check("bpmn/" + id + ".bpmn", made(id).getBytes(StandardCharsets.UTF_8))).isEmpty());
    }

    @Test
    void theCheckFindsNothingThatKeepsThemFromARelease() {
        ModelSet set = running.inForce().with(Map.of("forms/visit.form", models().file("forms/visit.form").getBytes(StandardCharsets.UTF_8)));
        for (String id : MADE) {
            set = set.with(Map.of("bpmn/" + id + ".bpmn", made(id).getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(checks.check(set, MADE.stream().map(id -> "bpmn/" + id + ".bpmn").toList())).filteredOn(finding -> finding.weight() == Finding.Weight.ERROR).isEmpty();
    }

    @Test
    void aCaseCallsThemAndTheirWorkIsInTheList() {
        models().release(repository);
        String number = signed();
        resolve("handler", number);
        List<OpenTask> visits = tasks(number, "Activity_0mk2e5t");
        assertThat(visits).as("several at once").hasSize(2).allSatisfy(task -> {
            assertThat(task.name()).isEqualTo(new Bilingual("Look at one flat", "查看一户"));
            assertThat(task.team()).isEqualTo("TEAM_LEADER");
            assertThat(task.dueAt()).isNotNull();
        });
        assertThat(check.check().drifts()).isEmpty();
        assertThat(new Browser(url("")).as("leader").get("/tasks/" + visits.get(0).id()).body()).contains("Look at one flat");
        Browser specialist = new Browser(url("")).as("specialist");
        assertThat(specialist.get("/cases/" + number + "/process").body()).as("of the case, not of what it calls").contains("Handle complaint", "Ask for goodwill")
                .doesNotContain("Look at one flat</");
        clock.advance(Duration.ofHours(5));
        jobs.runDue();
        complete("leader", tasks(number, "Activity_1r9c7uv").get(0), "opinion", "在路上");
        clock.advance(Duration.ofHours(20));
        jobs.runDue();
        complete("specialist", tasks(number, "Activity_0xq9s7a").get(0), "opinion", "等");
        complete("leader", visits.get(0), "opinion", "看过");
        assertThat(tasks(number, "Activity_1d3hx5n")).isEmpty();
        complete("leader", visits.get(1), "opinion", "看过");
        complete("specialist", tasks(number, "Activity_1d3hx5n").get(0), "opinion", "同意");
        complete("specialist", tasks(number, "Activity_0ia7x3s").get(0), "opinion", "第一封");
        complete("specialist", tasks(number, "Activity_0ia7x3s").get(0), "opinion", "unknown");
        assertPath(number);
        accept(number);
        recall("agent", number, true);
        assertOver(number);
        assertThat(check.check().drifts()).isEmpty();
        assertThat(jdbc.sql("select count(*) from public.act_ru_execution e where not exists (select 1 from public.act_ru_execution r where r.id_ = e.proc_inst_id_"
                + " and r.business_key_ is not null)").query(Long.class).single()).as("nothing goes on without its case").isZero();
    }

    @Test
    void aCaseThatWaitsForOneIsTakenAlongAndTheOneGoesOn() {
        int old = models().release(repository);
        String number = signed();
        resolve("handler", number);
        int version = models().change(ReleasedModels.COMPLAINT, model -> model.replace("versionTag=\"2\"", "versionTag=\"3\"")).release(repository);
        List<String> others = jdbc.sql("select business_key_ from public.act_ru_execution where business_key_ <> ?").param(number).query(String.class).list();
        long id = as("designer", () -> migrations.plan(null, new Route("complaint", old, version, Map.of()), new MigrationFilter(false, null, Set.copyOf(others))));
        assertThat(migrations.cases(id, 0, 10, null)).singleElement().satisfies(one -> assertThat(one.why()).isNull());
        as("designer", () -> migrations.run(id, 1));
        work.run(id);
        assertThat(migrations.counts(id)).containsOnlyKeys(CaseOutcome.MOVED);
        assertThat(check.check().drifts()).isEmpty();
        tasks(number, "Activity_0mk2e5t").forEach(task -> complete("leader", task, "opinion", "看过"));
        complete("specialist", tasks(number, "Activity_1d3hx5n").get(0), "opinion", "同意");
        complete("specialist", tasks(number, "Activity_0ia7x3s").get(0), "opinion", "unknown");
        accept(number);
        recall("agent", number, true);
        assertOver(number);
    }

    private void assertPath(String number) {
        List<String> path = jdbc.sql("select element_id from case_path where complaint_id = ?").param(idOf(number)).query(String.class).list();
        assertThat(path).contains("Activity_1goodwl", "Activity_1letter").noneMatch(element -> element.contains("#")).doesNotContain("Activity_0mk2e5t");
    }

    private List<OpenTask> tasks(String number, String key) {
        return openTasks(number).stream().filter(task -> task.key().equals(key)).toList();
    }

    /** Between the resolution and its review: the first call hands the case on as Modeler writes it, the second nothing at all. */
    private static ReleasedModels models() {
        ReleasedModels models = new ReleasedModels();
        MADE.forEach(id -> models.with("bpmn/" + id + ".bpmn", made(id)));
        models.with("forms/visit.form", ReleasedModels.text(FOLDER.resolve("visit.form")));
        return models.change(ReleasedModels.COMPLAINT, model -> model
                .replace("<bpmn:sequenceFlow id=\"flow_resolutionGiven\" sourceRef=\"userTask_resolveComplaint\" targetRef=\"userTask_reviewResolution\" />", """
                        <bpmn:sequenceFlow id="flow_resolutionGiven" sourceRef="userTask_resolveComplaint" targetRef="Activity_1goodwl" />
                        <bpmn:callActivity id="Activity_1goodwl" name="Ask for goodwill" calledElement="Process_1tz4kd0" camunda:calledElementBinding="deployment">
                          <bpmn:extensionElements><camunda:in businessKey="#{execution.processBusinessKey}" /><camunda:in source="complaintId" target="complaintId" /></bpmn:extensionElements>
                          <bpmn:incoming>flow_resolutionGiven</bpmn:incoming><bpmn:outgoing>Flow_1goodwl</bpmn:outgoing>
                        </bpmn:callActivity>
                        <bpmn:sequenceFlow id="Flow_1goodwl" sourceRef="Activity_1goodwl" targetRef="Activity_1letter" />
                        <bpmn:callActivity id="Activity_1letter" name="Write to neighbours" calledElement="Process_0b6wr2j" camunda:calledElementBinding="deployment">
                          <bpmn:incoming>Flow_1goodwl</bpmn:incoming><bpmn:outgoing>Flow_1letter</bpmn:outgoing>
                        </bpmn:callActivity>
                        <bpmn:sequenceFlow id="Flow_1letter" sourceRef="Activity_1letter" targetRef="userTask_reviewResolution" />""")
                .replace("<bpmn:incoming>flow_resolutionGiven</bpmn:incoming>\n          <bpmn:outgoing>flow_reviewed", "<bpmn:incoming>Flow_1letter</bpmn:incoming>\n          <bpmn:outgoing>flow_reviewed"));
    }

    private static String made(String id) {
        return ReleasedModels.text(FOLDER.resolve(id + ".bpmn"));
    }
}
