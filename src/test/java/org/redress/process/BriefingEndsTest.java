package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.MovableClock;
import org.redress.briefing.Briefing;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingState;
import org.redress.briefing.Briefings;
import org.redress.briefing.Period;
import org.redress.figure.PeriodKind;
import org.redress.platform.DatabaseBaseline;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskContext;
import org.redress.worklist.TaskForms;
import org.redress.worklist.TaskKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way a briefing can begin and end: on its day and not before, what happened, and what did not. */
class BriefingEndsTest extends LoopTest {

    private static final List<String> ENDS = List.of("event_published", "event_dropped", "event_alreadyThere");
    private static final Period FEBRUARY = Period.of(PeriodKind.MONTH, LocalDate.of(2026, 2, 1));

    @Autowired
    Briefings briefings;

    @Autowired
    DatabaseBaseline baseline;

    @Autowired
    TaskForms taskForms;

    @Autowired
    TaskContext taskContext;

    @BeforeEach
    void fresh() {
        clock.set(MovableClock.START);
        baseline.restore();
    }

    @Test
    void eachTimerStartsOnItsMorningAndNotBefore() {
        at("2026-03-08T07:00");
        at("2026-03-09T05:59");
        assertThat(periods()).isEmpty();
        assertThat(elements()).contains("event_nothingOver").doesNotContain("event_started");
        at("2026-03-09T06:00");
        assertThat(periods()).containsExactly("WEEK 2026-03-02");
        assertThat(elements()).contains("event_started", "serviceTask_startWeek").doesNotContain("serviceTask_startMonth");
        at("2026-03-31T07:00");
        assertThat(periods()).as("nobody asks for weeks in which the server stood still").containsExactly("WEEK 2026-03-02");
        at("2026-04-01T05:59");
        assertThat(periods()).hasSize(1);
        at("2026-04-01T06:00");
        assertThat(periods()).containsExactly("MONTH 2026-03-01", "QUARTER 2026-01-01", "WEEK 2026-03-02");
        at("2026-12-31T07:00");
        assertThat(periods()).doesNotContain("YEAR 2026-01-01");
        at("2027-01-01T06:00");
        assertThat(periods()).contains("YEAR 2026-01-01", "QUARTER 2026-10-01", "MONTH 2026-12-01");
        assertThat(jdbc.sql("select count(distinct (kind, from_day)) = count(*) from briefing").query(Boolean.class).single()).isTrue();
    }

    @Test
    void aMorningWithoutTheServerIsMadeUpForTheNextOne() {
        at("2026-03-08T07:00");
        at("2026-03-09T06:00");
        at("2026-03-15T07:00");
        at("2026-03-17T09:30");
        assertThat(periods()).as("on Tuesday, for want of Monday").containsExactly("WEEK 2026-03-02", "WEEK 2026-03-09");
        at("2026-03-18T06:00");
        assertThat(periods()).hasSize(2);
    }

    @Test
    void aManagerAddsWordsAndPublishes() {
        long id = started(FEBRUARY);
        OpenTask task = review(id);
        assertThat(task.name().zh()).isEqualTo("审阅回访简报");
        assertThat(task.subject()).isEqualTo("2026-02");
        assertThat(taskContext.href(task)).isEqualTo("/briefings/" + id);
        assertThat(taskContext.facts(task, Locale.SIMPLIFIED_CHINESE)).extracting(TaskContext.Fact::value).anyMatch(fact -> fact.contains("没有回访客户"));
        assertThat(task.dueAt()).as("two working days later").isEqualTo(LocalDateTime.parse("2026-03-04T09:00").atZone(MovableClock.ZONE).toInstant());
        complete("manager", task, "decision", "PUBLISH", "wordsTeams", "一所继续保持");
        assertEndedBy("event_published", id, BriefingState.PUBLISHED);
        assertThat(words(id, "teams")).isEqualTo("一所继续保持");
        assertThat(jdbc.sql("select username from message where key like 'briefing/%'").query(String.class).list()).isNotEmpty();
    }

    @Test
    void numbersAreCountedAnewAsOftenAsWanted() {
        long id = started(FEBRUARY);
        complete("manager", review(id), "decision", "RECALCULATE", "wordsOverview", "先看一下");
        assertThat(taskForms.data(review(id), Locale.ENGLISH)).containsEntry("wordsOverview", "先看一下");
        complete("director", review(id), "decision", "RECALCULATE", "wordsOverview", "再看一下");
        assertNotPassed(key(id), ENDS.toArray(String[]::new));
        complete("manager", review(id), "decision", "PUBLISH");
        assertEndedBy("event_published", id, BriefingState.PUBLISHED);
        assertThat(words(id, "overview")).as("the last form had none").isEmpty();
    }

    @Test
    void aDroppedOneSaysWhyAndCanBeWantedAfterAll() {
        long id = started(FEBRUARY);
        assertThatThrownBy(() -> complete("manager", review(id), "decision", "DROP")).isInstanceOf(Problem.class);
        complete("manager", review(id), "decision", "DROP", "reason", "本期没有回访");
        assertEndedBy("event_dropped", id, BriefingState.DROPPED);
        assertThat(read(id).reason()).isEqualTo("本期没有回访");
        assertThat(started(FEBRUARY)).isEqualTo(id);
        complete("manager", review(id), "decision", "PUBLISH");
        assertThat(read(id).state()).isEqualTo(BriefingState.PUBLISHED);
        assertThat(read(id).reason()).isNull();
    }

    @Test
    void aTimerFindsWhatAPersonStarted() {
        at("2026-03-31T07:00");
        at("2026-04-01T05:30");
        Period march = Period.of(PeriodKind.MONTH, LocalDate.of(2026, 3, 1));
        long id = started(march);
        String before = read(id).sha256();
        at("2026-04-01T06:00");
        assertPassed(key(id), "event_alreadyThere");
        assertThat(read(id).sha256()).isEqualTo(before);
        assertThat(read(id).draftedBy()).isEqualTo("manager");
        assertThat(work.of(TaskKind.BRIEFING, id)).as("one review").hasSize(1);
        assertThat(started(march)).as("a second start finds it").isEqualTo(id);
    }

    @Test
    void onlyManagersStartAndOnlyWhatIsOver() {
        assertThatThrownBy(() -> as("leader", () -> briefings.start(FEBRUARY, null))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(403));
        Period now = Period.of(PeriodKind.MONTH, LocalDate.of(2026, 3, 2));
        assertThatThrownBy(() -> as("manager", () -> briefings.start(now, null))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(422));
        long id = started(FEBRUARY);
        assertThatThrownBy(() -> complete("leader", review(id), "decision", "PUBLISH")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as("leader", () -> briefings.read(id))).as("a draft").isInstanceOf(Problem.class);
        assertThat(read(id).state()).isEqualTo(BriefingState.DRAFT);
    }

    private void at(String moment) {
        clock.setLocal(moment);
        jobs.runDue();
    }

    private long started(Period period) {
        return as("manager", () -> briefings.start(period, null));
    }

    private Briefing read(long id) {
        return as("manager", () -> briefings.read(id));
    }

    private OpenTask review(long id) {
        return work.of(TaskKind.BRIEFING, id).get(0);
    }

    private String words(long id, String section) {
        return read(id).content().sections().stream().filter(each -> each.code().equals(section)).map(Section::words).findFirst().orElseThrow();
    }

    private List<String> periods() {
        return jdbc.sql("select kind || ' ' || from_day from briefing order by kind, from_day").query(String.class).list();
    }

    private List<String> elements() {
        return history.createHistoricActivityInstanceQuery().finished().list().stream().map(step -> step.getActivityId()).toList();
    }

    private static String key(long id) {
        return BriefingWorkflowAdapter.key(id);
    }

    private void assertEndedBy(String end, long id, BriefingState state) {
        assertThat(read(id).state()).isEqualTo(state);
        assertPassed(key(id), end);
        assertNotPassed(key(id), ENDS.stream().filter(other -> !other.equals(end)).toArray(String[]::new));
        assertThat(work.of(TaskKind.BRIEFING, id)).isEmpty();
        assertThat(jobsOf(key(id))).isZero();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key(id)).count()).isZero();
    }
}
