package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.MovableClock;
import org.redress.complaint.ComplaintLifecycle.Resolution;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.organisation.Role;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which clock starts, stops, pauses and goes on when; due moments as a person reckons them over the calendar. */
class CaseClocksTest {

    private final ComplaintLifecycle cases = ComplaintKit.bean(ComplaintLifecycle.class);
    private final CaseLadder ladder = ComplaintKit.bean(CaseLadder.class);
    private final CaseDesk desk = ComplaintKit.bean(CaseDesk.class);
    private final MovableClock clock = ComplaintKit.bean(MovableClock.class);
    private final ComplaintKit.FakeWorkflow workflow = ComplaintKit.bean(ComplaintKit.FakeWorkflow.class);

    @BeforeEach
    void mondayMorning() {
        ComplaintKit.who = ComplaintKit.specialist();
        clock.reset();
        workflow.severity = Severity.S3;
    }

    @AfterEach
    void back() {
        clock.reset();
        workflow.severity = Severity.S3;
    }

    @Test
    void anOrdinaryCaseRunsThroughItsClocks() {
        var made = ComplaintKit.capture("没有按约上门");
        long id = made.id();
        assertThat(states(id)).isEqualTo(Map.of("FIRST_CONTACT", "RUNNING", "RESOLVE", "RUNNING", "PROMISE", "RUNNING", "ASSIGN", "RUNNING"));
        assertThat(due(id, ClockKind.ASSIGN)).isEqualTo(local("2026-03-02T14:30"));
        assertThat(due(id, ClockKind.RESOLVE)).isEqualTo(local("2026-03-06T09:00"));
        assertThat(due(id, ClockKind.PROMISE)).isEqualTo(local("2026-03-09T09:00"));
        assertThat(due(id, ClockKind.FIRST_CONTACT)).isEqualTo(local("2026-03-03T09:00"));

        clock.setLocal("2026-03-02T10:00");
        cases.assign(id, "repair-1", "gas.service.late", null, null);
        assertThat(states(id)).containsEntry("ASSIGN", "MET").containsEntry("SIGN", "RUNNING");
        assertThat(due(id, ClockKind.SIGN)).isEqualTo(local("2026-03-02T15:30"));

        clock.setLocal("2026-03-02T16:00");
        cases.sign(id);
        assertThat(states(id)).containsEntry("SIGN", "BREACHED");

        clock.setLocal("2026-03-03T09:00");
        desk.pause(made.number(), null, WaitingFor.CUSTOMER, "on a journey");
        assertThat(states(id)).containsEntry("RESOLVE", "PAUSED").containsEntry("PROMISE", "PAUSED");
        assertThat(cases.waitingLimit(id)).isEqualTo(local("2026-03-10T09:00"));
        clock.setLocal("2026-03-05T09:00");
        desk.resume(made.number(), null, "is back");
        assertThat(due(id, ClockKind.RESOLVE)).isEqualTo(local("2026-03-10T09:00"));
        assertThat(due(id, ClockKind.PROMISE)).isEqualTo(local("2026-03-11T09:00"));

        cases.resolve(id, resolution(local("2026-03-02T17:00")));
        assertThat(states(id)).containsEntry("RESOLVE", "MET").containsEntry("PROMISE", "MET").containsEntry("FIRST_CONTACT", "MET");
        cases.accept(id, Verdict.UPHELD, LiableParty.TEAM, true, null);
        assertThat(due(id, ClockKind.RECALL)).isEqualTo(local("2026-03-06T09:00"));

        clock.setLocal("2026-03-06T09:00");
        cases.reopenUnsolved(id);
        assertThat(states(id)).containsEntry("RECALL", "MET").containsEntry("RESOLVE", "RUNNING").containsEntry("SIGN", "RUNNING");
        assertThat(due(id, ClockKind.RESOLVE)).as("two days for S2, two of waiting, and the day of re-callback does not count").isEqualTo(local("2026-03-09T09:00"));
        assertThat(due(id, ClockKind.SIGN)).isEqualTo(local("2026-03-06T11:00"));
        assertThat(ComplaintKit.row(id)).containsEntry("severity", "S2").containsEntry("severity_rule", "reopened")
                .containsEntry("severity_reason_zh", "客户不认可处理结果，案件重新办理");
        assertThat(events(id, "CLASSIFIED")).isEqualTo(2);
        assertThat(ComplaintKit.row(id)).containsEntry("reopen_count", 1).containsEntry("handler", null);
    }

    @Test
    void theGravestNeverWaits() {
        workflow.severity = Severity.S1;
        var made = ComplaintKit.capture("漏气");
        cases.assign(made.id(), "repair-1", "gas.quality.leak", null, null);
        cases.sign(made.id());
        desk.pause(made.number(), null, WaitingFor.THIRD_PARTY, "parts");
        assertThat(states(made.id())).containsEntry("RESOLVE", "RUNNING").containsEntry("PROMISE", "RUNNING");
        assertThat(due(made.id(), ClockKind.RESOLVE)).isEqualTo(MovableClock.START.plus(Duration.ofHours(24)));
    }

    @Test
    void anOutsideDeadlineIsAClockOfItsOwnAndLimitsTheInternalTarget() {
        Instant outside = local("2026-03-04T17:00");
        var made = ComplaintKit.bean(ComplaintIntake.class).capture(CaptureComplaint.by(Channel.O12345).outsideNumber("A1").outsideDueAt(outside)
                .summary("转办").build());
        assertThat(due(made.id(), ClockKind.OUTSIDE)).isEqualTo(outside);
        assertThat(due(made.id(), ClockKind.RESOLVE)).isEqualTo(local("2026-03-03T17:00"));
        assertThat(due(made.id(), ClockKind.PROMISE)).isEqualTo(local("2026-03-09T09:00"));
    }

    @Test
    void aChangeOfSeverityRebudgetsWithAReason() {
        var made = ComplaintKit.capture("停气");
        assertThatThrownBy(() -> cases.assign(made.id(), "repair-1", "gas.interruption.nogas", Severity.S2, " "))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields().get(0).field()).isEqualTo("severityReason"));
        cases.assign(made.id(), "repair-1", "gas.interruption.nogas", Severity.S2, "whole street");
        assertThat(due(made.id(), ClockKind.RESOLVE)).isEqualTo(local("2026-03-04T09:00"));
        assertThat(due(made.id(), ClockKind.SIGN)).isEqualTo(local("2026-03-02T11:00"));
        assertThat(cases.subject(made.id()).severity()).isEqualTo("S2");
    }

    @Test
    void aStepIsTakenOnceAndABreachWrittenOnceAndNeverForAClockThatStands() {
        var made = ComplaintKit.capture("停气");
        assertThat(ladder.climb(made.id(), ClockKind.ASSIGN)).isEmpty();
        clock.setLocal("2026-03-02T15:00");
        assertThat(ladder.climb(made.id(), ClockKind.ASSIGN)).hasValueSatisfying(taken -> assertThat(taken.step().share()).isEqualTo(75));
        assertThat(breaches(made.id())).as("a reminder is no breach").isZero();
        assertThat(ladder.climb(made.id(), ClockKind.ASSIGN)).hasValueSatisfying(taken -> assertThat(taken.step().share()).isEqualTo(100));
        assertThat(ladder.climb(made.id(), ClockKind.ASSIGN)).as("150 % are not used").isEmpty();
        assertThat(ladder.climb(made.id(), ClockKind.SIGN)).isEmpty();
        assertThat(breaches(made.id())).isEqualTo(1);
        cases.assign(made.id(), "repair-1", "gas.interruption.nogas", null, null);
        clock.advance(Duration.ofDays(3));
        assertThat(ladder.climb(made.id(), ClockKind.ASSIGN)).isEmpty();
        assertThat(breaches(made.id())).isEqualTo(1);
        assertThat(states(made.id())).containsEntry("ASSIGN", "BREACHED");
    }

    @Test
    void aClosedCaseComesBackWithinFourteenDays() {
        var made = ComplaintKit.capture("停气");
        closed(made.id());
        clock.advance(Duration.ofDays(14));
        desk.reopen(made.number(), null, "again no gas");
        assertThat(workflow.told).contains("reopened repair-1 specialist");
        var late = ComplaintKit.capture("停气");
        closed(late.id());
        clock.advance(Duration.ofDays(14).plusSeconds(1));
        assertThatThrownBy(() -> desk.reopen(late.number(), null, "too late"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo("complaint.problem.reopenWindow"));
    }

    @Test
    void whoReviewedNeverMakesTheReCallback() {
        var made = ComplaintKit.capture("停气");
        cases.assign(made.id(), "repair-1", "gas.interruption.nogas", null, null);
        ComplaintKit.who = ComplaintKit.person("handler", Role.TEAM_MEMBER, "repair-1");
        cases.sign(made.id());
        cases.resolve(made.id(), resolution(null));
        ComplaintKit.who = ComplaintKit.person("first", Role.COMPLAINT_SPECIALIST);
        cases.rework(made.id(), "more");
        cases.resolve(made.id(), resolution(null));
        ComplaintKit.who = ComplaintKit.person("second", Role.COMPLAINT_SPECIALIST);
        cases.accept(made.id(), Verdict.UPHELD, LiableParty.TEAM, true, null);
        assertThat(ComplaintKit.get(() -> cases.handlers(made.id()))).contains("handler", "first", "second");
    }

    @Test
    void aSeverityThatAPersonSetStaysWhenTheCaseComesBack() {
        var made = ComplaintKit.capture("停气");
        cases.assign(made.id(), "repair-1", "gas.interruption.nogas", Severity.S4, "a suggestion");
        cases.sign(made.id());
        cases.resolve(made.id(), resolution(null));
        cases.accept(made.id(), Verdict.UPHELD, LiableParty.TEAM, true, null);
        cases.reopenUnsolved(made.id());
        assertThat(ComplaintKit.row(made.id())).containsEntry("severity", "S4").containsEntry("severity_rule", "other");
        assertThat(events(made.id(), "CLASSIFIED")).isEqualTo(1);
    }

    @Test
    void attemptsOfTheReCallbackCountOnlyOnDifferentHalfDays() {
        var made = ComplaintKit.capture("停气");
        cases.assign(made.id(), "repair-1", "gas.interruption.nogas", null, null);
        cases.sign(made.id());
        cases.resolve(made.id(), resolution(null));
        cases.accept(made.id(), Verdict.UPHELD, LiableParty.TEAM, true, null);
        assertThat(cases.recalled(made.id(), null, null)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(10));
        assertThat(cases.recalled(made.id(), null, null)).as("the same morning").isEqualTo(1);
        clock.setLocal("2026-03-02T14:00");
        assertThat(cases.recalled(made.id(), null, null)).isEqualTo(2);
        clock.setLocal("2026-03-03T09:00");
        assertThat(cases.recalled(made.id(), null, null)).isEqualTo(3);
        assertThat(ComplaintKit.row(made.id())).containsEntry("recall_attempts", 3);
        assertThat(events(made.id(), "RECALL_NOT_REACHED")).isEqualTo(4);
    }

    @Test
    void aSecondNudgeWithinTenMinutesIsRefused() {
        var made = ComplaintKit.capture("停气");
        desk.nudge(made.number());
        clock.advance(Duration.ofMinutes(9));
        assertThatThrownBy(() -> desk.nudge(made.number()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo("complaint.problem.nudged"));
        clock.advance(Duration.ofMinutes(1));
        desk.nudge(made.number());
        assertThat(events(made.id(), "NUDGED")).isEqualTo(2);
    }

    @Test
    void verbsAreForThoseWhoseWorkItIs() {
        var made = ComplaintKit.capture("停气");
        cases.assign(made.id(), "repair-1", "gas.interruption.nogas", null, null);
        ComplaintKit.who = ComplaintKit.person("handler", Role.TEAM_MEMBER, "repair-1");
        cases.sign(made.id());
        desk.contacted(made.number(), null, null, "spoke to her");
        assertThat(states(made.id())).containsEntry("FIRST_CONTACT", "MET");
        assertThatThrownBy(() -> desk.withdraw(made.number(), null, "x"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        assertThatThrownBy(() -> desk.pause(made.number(), 0, WaitingFor.CUSTOMER, "x"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo("complaint.problem.stale"));
        ComplaintKit.who = ComplaintKit.person("other", Role.TEAM_MEMBER, "hall-1");
        assertThatThrownBy(() -> desk.note(made.number(), "x"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
    }

    private void closed(long id) {
        cases.ownedBy(id, "specialist");
        cases.assign(id, "repair-1", "gas.interruption.nogas", null, null);
        cases.sign(id);
        cases.resolve(id, resolution(null));
        cases.accept(id, Verdict.UPHELD, LiableParty.TEAM, true, null);
        cases.close(id, "SOLVED");
    }

    private static Resolution resolution(@org.jspecify.annotations.Nullable Instant contacted) {
        return new Resolution(contacted, "customer", "employee", "finding", Set.of(Remedy.REWORK, Remedy.APOLOGY), null, "cause", "basis");
    }

    private Instant due(long id, ClockKind kind) {
        return cases.due(id, kind).dueAt();
    }

    private static Map<String, String> states(long id) {
        var states = new java.util.HashMap<String, String>();
        ComplaintKit.bean(JdbcClient.class).sql("select kind, state from case_clock where complaint_id = ?").param(id)
                .query(row -> {
                    states.put(row.getString("kind"), row.getString("state"));
                });
        return states;
    }

    private static long breaches(long id) {
        return events(id, "BREACHED");
    }

    private static long events(long id, String kind) {
        return ComplaintKit.bean(JdbcClient.class).sql("select count(*) from case_event where complaint_id = ? and kind = ?").param(id).param(kind)
                .query(Long.class).single();
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(MovableClock.ZONE).toInstant();
    }
}
