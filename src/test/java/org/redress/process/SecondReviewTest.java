package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.redress.escalation.ClockCheck;
import org.redress.shared.Problem;
import org.redress.studio.CaseMigrations.Route;
import org.redress.studio.CaseOutcome;
import org.redress.studio.Changes;
import org.redress.studio.Changes.Origin;
import org.redress.studio.Draft;
import org.redress.studio.Drafts;
import org.redress.studio.Finding;
import org.redress.studio.MigrationFilter;
import org.redress.studio.MigrationState;
import org.redress.studio.MigrationWork;
import org.redress.studio.Migrations;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelsRefused;
import org.redress.studio.Release;
import org.redress.studio.Releases;
import org.redress.studio.Releases.Wish;
import org.redress.studio.RunningModels;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole way of a change: a second review step with a clock and a form, three mistakes told and mended, the own approval refused, released by a
 * colleague; a new case takes the new way, five running ones are taken along with every due moment, and everything is taken back.
 */
class SecondReviewTest extends LoopTest {

    private static final Wish WISH = new Wish("Review twice", "Too many came back", "2026.3", null, null);
    private static final String FORM = "forms/userTask_secondReview.form";

    @Autowired
    Changes changes;
    @Autowired
    Drafts drafts;
    @Autowired
    Releases releases;
    @Autowired
    RunningModels models;
    @Autowired
    Migrations migrations;
    @Autowired
    MigrationWork mover;
    @Autowired
    ClockCheck check;

    @Test
    void isAddedTakenByNewAndRunningCasesAndTakenBack() {
        List<String> five = Stream.generate(this::signed).limit(5).toList();
        Map<String, Instant> due = due(five);
        ReleasedModels good = new ReleasedModels().withSecondReview();
        long change = as("designer", () -> changes.create("Review twice", Origin.RUNNING));
        Draft draft = as("designer", () -> drafts.add(change, ReleasedModels.COMPLAINT, bytes(good.file(ReleasedModels.COMPLAINT)
                .replace("camunda:formRef=\"userTask_secondReview\"", "camunda:formRef=\"userTask_nobodyMadeIt\"").replace("candidateGroups=\"TEAM_LEADER\"", "candidateGroups=\"NOBODY\"")
                .replace("value=\"复核办理结果\" />\n    <camunda:property name=\"redress.clock\" value=\"RESOLVE\"", "value=\"复核办理结果\" />\n    <camunda:property name=\"redress.clock\" value=\"NEVER\""))));

        ModelsRefused refused = catchThrowableOfType(ModelsRefused.class, () -> as("designer", () -> releases.submit(change, WISH)));
        assertThat(refused.findings()).filteredOn(finding -> finding.element().equals("userTask_secondReview")).extracting(Finding::key)
                .contains("studio.finding.house.form.missing", "studio.finding.house.people.unknownGroup");

        as("designer", () -> drafts.save(change, ReleasedModels.COMPLAINT, bytes(good.file(ReleasedModels.COMPLAINT)), draft.revision(), true));
        as("designer", () -> drafts.add(change, FORM, bytes(good.file(FORM))));
        Release asked = as("designer", () -> releases.submit(change, WISH));
        assertThatThrownBy(() -> as("designer", () -> releases.approve(asked.id()))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(403));
        as("designer2", () -> releases.approve(asked.id()));

        String fresh = signed();
        resolve("handler", fresh);
        assertThat(open(fresh, "secondReview").team()).isEqualTo("TEAM_LEADER");

        List<RunningModels.Version> versions = models.versions(ModelKind.PROCESS, "complaint");
        int now = versions.get(0).version();
        int before = versions.get(1).version();
        long along = as("designer", () -> migrations.plan(change, new Route("complaint", before, now, Map.of()), MigrationFilter.NONE));
        as("designer", () -> migrations.canary(along));
        mover.run(along);
        assertThat(migrations.get(along).state()).isEqualTo(MigrationState.DONE);
        assertThat(migrations.counts(along)).containsOnlyKeys(CaseOutcome.MOVED).containsEntry(CaseOutcome.MOVED, 5L);
        assertThat(due(five)).isEqualTo(due);
        assertThat(check.check().drifts()).isEmpty();

        Release back = as("designer", () -> releases.back(releases.find(asked.id()).number() - 1, "It takes too long"));
        as("designer2", () -> releases.approve(back.id()));
        long home = as("designer", () -> migrations.reverse(along));
        as("designer", () -> migrations.run(home, 5));
        mover.run(home);
        assertThat(migrations.get(along).state()).isEqualTo(MigrationState.REVERSED);
        assertThat(due(five)).isEqualTo(due);
        assertThat(check.check().drifts()).isEmpty();
        resolve("handler", five.get(0));
        accept(five.get(0));
        assertNotPassed(five.get(0), "userTask_secondReview");
        String after = signed();
        resolve("handler", after);
        assertThat(openTasks(after)).extracting(task -> task.key()).containsExactly("userTask_reviewResolution");
        done("leader", fresh, "secondReview", "opinion", "同意");
        assertThat(openTasks(fresh)).as("what began on the way that is gone goes on there").extracting(task -> task.key()).containsExactly("userTask_reviewResolution");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Instant> due(List<String> numbers) {
        Map<String, Instant> due = new TreeMap<>();
        numbers.forEach(number -> jdbc.sql("select kind, due_at from case_clock where complaint_id = ?").param(idOf(number))
                .query(row -> {
                    due.put(number + " " + row.getString("kind"), row.getObject("due_at", OffsetDateTime.class).toInstant());
                }));
        numbers.forEach(number -> openTasks(number).forEach(task -> due.put(number + " " + task.key(), task.dueAt())));
        return due;
    }
}
