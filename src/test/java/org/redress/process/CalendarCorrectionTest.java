package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.calendar.CalendarEdits;
import org.redress.calendar.CalendarProposals;
import org.redress.calendar.ForgetCalendars;
import org.redress.calendar.WorkingCalendars;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.WaitingFor;
import org.redress.deadline.ClockKind;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.platform.DatabaseBaseline;
import org.redress.worklist.OpenTask;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An approved change of the calendar reaches the ledger, the list, the tasks and the timers of the engine, and goes back as it came. */
class CalendarCorrectionTest extends LoopTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    private WorkingCalendars calendars;
    @Autowired
    private CalendarProposals proposals;
    @Autowired
    private CaseLadder ladder;
    @Autowired
    private TaskService engineTasks;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private DatabaseBaseline baseline;
    @Autowired
    private ForgetCalendars forget;

    /** Monday, 2 March 2026, 09:00. */
    @BeforeEach
    void firstDay() {
        baseline.restore();
        forget.forget();
        clock.reset();
    }

    @Test
    void everythingFollowsAnApprovedHolidayAndComesBack() {
        String number = signed();
        Map<String, Instant> before = everything(number);
        assertThat(due(number, "RESOLVE")).isEqualTo(local("2026-03-06T09:00"));

        long proposal = save(day("2026-03-04"), "Founding day");
        assertThat(everything(number)).as("saving moves nothing").isEqualTo(before);
        approve(proposal);
        assertThat(due(number, "RESOLVE")).isEqualTo(local("2026-03-09T09:00"));
        assertThat(due(number, "PROMISE")).isEqualTo(local("2026-03-10T09:00"));
        assertThat(due(number, "FIRST_CONTACT")).as("wall clock").isEqualTo(local("2026-03-03T09:00"));
        assertThat(open(number, "resolveComplaint").dueAt()).isEqualTo(due(number, "RESOLVE"));
        assertThat(everything(number)).isNotEqualTo(before);
        assertThat(jdbc.sql("select note from clock_entry where what = 'CALENDAR_CORRECTED' and calendar = 2").query(String.class).list())
                .hasSize(2).containsOnly("Founding day");

        as("admin", () -> proposals.undo(proposal, null));
        carriedOut(proposal);
        assertThat(everything(number)).isEqualTo(before);
        assertThat(jdbc.sql("select calendar from clock_entry where what = 'CALENDAR_CORRECTED' order by id").query(Integer.class).list())
                .containsExactlyInAnyOrder(2, 2, 1, 1);
    }

    @Test
    void newClocksKeepTheNewCalendarAndOldOnesKeepTheirsWhenTheProposalIsDropped() {
        String old = signed();
        long proposal = save(day("2026-03-04"), "Founding day");
        as("admin", () -> proposals.drop(proposal, null));
        clock.advance(Duration.ofSeconds(10));
        String fresh = captured();
        assertThat(due(fresh, "RESOLVE").isAfter(local("2026-03-09T08:59"))).isTrue();
        cases(old, "2026-03-03T09:00", "2026-03-05T09:00");
        assertThat(due(old, "RESOLVE")).as("two days of waiting, the 4th among them, by the calendar it keeps").isEqualTo(local("2026-03-10T09:00"));
    }

    @Test
    void aLineTakesTheNewestCalendarWhereThatMovesNothing() {
        String number = signed();
        assertThat(save(day("2026-03-10"), "After it is due")).as("nothing moves yet").isZero();
        clock.advance(Duration.ofSeconds(10));
        cases(number, "2026-03-05T09:00", "2026-03-09T09:00");
        assertThat(due(number, "RESOLVE")).as("two days of waiting, and the 10th is free").isEqualTo(local("2026-03-11T09:00"));
        assertThat(jdbc.sql("select what from clock_entry where calendar = 2 and kind = 'RESOLVE' order by id").query(String.class).list())
                .containsExactly("PAUSED");
    }

    @Test
    void aTyphoonInOneAreaCreditsItsCasesOnlyAndExcusesABreach() {
        String north = signed();
        clock.setLocal("2026-03-06T09:30");
        jobs.runDue();
        assertThat(breach(north, "RESOLVE")).isEqualTo(local("2026-03-06T09:00"));
        assertThat(save(suspension("south"), "Typhoon in the south")).as("nobody there").isZero();
        approve(save(suspension("north"), "Typhoon in the north"));
        assertThat(due(north, "RESOLVE")).isEqualTo(local("2026-03-06T14:30"));
        assertThat(breach(north, "RESOLVE")).isNull();
        assertAgrees(north);
        clock.setLocal("2026-03-06T15:00");
        jobs.runDue();
        assertThat(jdbc.sql("select count(*) from clock_entry where kind = 'RESOLVE' and what = 'CALENDAR_CORRECTED'").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void onlyWhatWasChosenFollowsAndAStoppedClockIsLeftAlone() {
        String chosen = signed();
        String other = signed();
        String over = signed();
        long proposal = save(day("2026-03-04"), "Founding day");
        resolve("handler", over);
        as("admin", () -> proposals.approve(proposal, List.of(idOf(chosen), idOf(over))));
        carriedOut(proposal);
        assertThat(due(chosen, "RESOLVE")).isEqualTo(local("2026-03-09T09:00"));
        assertThat(due(other, "RESOLVE")).isEqualTo(local("2026-03-06T09:00"));
        assertThat(states(proposal)).containsEntry("SKIPPED", 2).containsEntry("DONE", 2).containsEntry("OPEN", 2);
        assertAgrees(chosen);
        assertAgrees(other);
    }

    private static UnaryOperator<CompanyCalendar> day(String date) {
        return calendar -> CalendarEdits.day(calendar, "", SpecialDay.holiday(LocalDate.parse(date), "厂庆", "Founding day"));
    }

    /** Thursday afternoon, four hours of work. */
    private static UnaryOperator<CompanyCalendar> suspension(String area) {
        return calendar -> CalendarEdits.suspension(calendar,
                new Suspension(local("2026-03-05T13:00"), local("2026-03-05T18:00"), area, null, "台风", "typhoon"));
    }

    private long save(UnaryOperator<CompanyCalendar> edit, String reason) {
        return as("admin", () -> calendars.save(calendars.change(calendars.draft().revision(), edit).revision(), reason));
    }

    private void approve(long proposal) {
        as("admin", () -> proposals.approve(proposal, null));
        carriedOut(proposal);
    }

    private void carriedOut(long proposal) {
        for (int asked = 0; proposals.get(proposal).running(); asked++) {
            assertThat(asked).as("still running").isLessThan(20_000);
        }
    }

    private void cases(String number, String from, String until) {
        clock.setLocal(from);
        as("handler", () -> cases.pause(number, null, WaitingFor.CUSTOMER, "on a journey"));
        clock.setLocal(until);
        as("handler", () -> cases.resume(number, null, "is back"));
        assertAgrees(number);
    }

    private Map<String, Integer> states(long proposal) {
        return proposals.get(proposal).counts().entrySet().stream().collect(Collectors.toMap(one -> one.getKey().name(), Map.Entry::getValue));
    }

    /** List, engine task and timers say what the ledger says. */
    private void assertAgrees(String number) {
        long id = idOf(number);
        for (OpenTask task : openTasks(number)) {
            assertThat(engineTasks.createTaskQuery().taskId(task.id()).singleResult().getDueDate().toInstant()).isEqualTo(task.dueAt());
        }
        assertThat(open(number, "resolveComplaint").dueAt()).isEqualTo(due(number, "RESOLVE"));
        var timers = jdbc.sql("""
                select j.duedate_ as due from public.act_ru_job j join public.act_ru_execution x on x.proc_inst_id_ = j.process_instance_id_
                where x.business_key_ = ? and j.suspension_state_ = 1""").param(number).query((row, index) -> row.getTimestamp("due").toInstant()).list();
        for (ClockKind kind : ClockKind.values()) {
            transaction.execute(status -> ladder.firesAt(id, kind)).ifPresent(at -> {
                assertThat(timers).as(kind + " has a timer").contains(at);
                assertThat(jdbc.sql("select next_step_at from case_clock where complaint_id = ? and kind = ?").params(id, kind.name())
                        .query(OffsetDateTime.class).single().toInstant()).isEqualTo(at);
            });
        }
    }

    /** Every moment that depends on a clock of the case, by what it is. */
    private Map<String, Instant> everything(String number) {
        assertAgrees(number);
        Map<String, Instant> moments = new TreeMap<>();
        jdbc.sql("select kind, due_at, critical_at, next_step_at from case_clock where complaint_id = ?").param(idOf(number)).query(row -> {
            for (String column : List.of("due_at", "critical_at", "next_step_at")) {
                var moment = row.getObject(column, OffsetDateTime.class);
                moments.put(row.getString("kind") + " " + column, moment == null ? Instant.EPOCH : moment.toInstant());
            }
        });
        openTasks(number).forEach(task -> moments.put(task.key() + " starts", task.startBy()));
        jdbc.sql("""
                select d.act_id_, j.duedate_ as due from public.act_ru_job j join public.act_ru_jobdef d on d.id_ = j.job_def_id_
                join public.act_ru_execution x on x.proc_inst_id_ = j.process_instance_id_ where x.business_key_ = ?""").param(number)
                .query(row -> {
                    moments.put("timer " + row.getString("act_id_"), row.getTimestamp("due").toInstant());
                });
        return moments;
    }

    private Instant due(String number, String kind) {
        return jdbc.sql("select due_at from case_clock where complaint_id = ? and kind = ?").params(idOf(number), kind)
                .query(OffsetDateTime.class).single().toInstant();
    }

    private Instant breach(String number, String kind) {
        return jdbc.sql("select breached_at from case_clock where complaint_id = ? and kind = ?").params(idOf(number), kind)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))).single()
                .map(OffsetDateTime::toInstant).orElse(null);
    }

    private static Instant local(String text) {
        return ZonedDateTime.of(LocalDateTime.parse(text), SHANGHAI).toInstant();
    }
}
