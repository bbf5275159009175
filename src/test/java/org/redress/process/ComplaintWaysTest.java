package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.complaint.WaitingFor;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;

/** The branches and boundaries on the way: return, waiting, rework, reopening, breach, a team fixed by rule. */
class ComplaintWaysTest extends LoopTest {

    @Test
    void aTeamReturnsTheCaseToTriage() {
        String number = assigned();
        done("handler", number, "signForCase", "decision", "RETURN", "reason", "不是我班组的片区");
        assertThat(stateOf(number)).isEqualTo("TRIAGE");
        assertThat(open(number, "triageComplaint").assignee()).as("first-contact responsibility: the same specialist").isEqualTo("specialist");
        assertNotPassed(number, "userTask_resolveComplaint");
        assign(number, "repair-2");
        assertThat(open(number, "signForCase").team()).isEqualTo("repair-2");
        assertThat(countOf(number, "return_count")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(WaitingFor.class)
    void workWaitsAndIsResumedByTheAnswer(WaitingFor whom) {
        String number = signed();
        as("handler", () -> cases.pause(number, null, whom, "需要客户提供表具照片"));
        assertThat(stateOf(number)).isEqualTo("WAITING_" + whom);
        assertPassed(number, "event_waitingStarted");
        OpenTask waiting = open(number, "awaitAnswer");
        assertThat(waiting.assignee()).isEqualTo("handler");
        assertThat(waiting.waiting()).isTrue();
        complete("handler", waiting, "answer", "照片已收到");
        assertThat(stateOf(number)).isEqualTo("IN_PROGRESS");
        assertThat(open(number, "resolveComplaint").assignee()).isEqualTo("handler");
        assertNotPassed(number, "event_waitingLimit", "event_resumed");
    }

    @Test
    void waitingIsEndedByAMessage() {
        String number = waiting();
        as("handler", () -> cases.resume(number, null, "客户来电"));
        assertThat(stateOf(number)).isEqualTo("IN_PROGRESS");
        assertPassed(number, "event_resumed");
        assertNotPassed(number, "event_waitingLimit");
        assertThat(open(number, "resolveComplaint").assignee()).isEqualTo("handler");
    }

    @Test
    void waitingEndsAtItsLimitAndNotBefore() {
        String number = waiting();
        clock.advance(Duration.ofDays(4));
        jobs.runDue();
        assertThat(stateOf(number)).as("four days are not five working days").isEqualTo("WAITING_CUSTOMER");
        clock.advance(Duration.ofDays(10));
        jobs.runDue();
        assertThat(stateOf(number)).isEqualTo("IN_PROGRESS");
        assertPassed(number, "event_waitingLimit", "serviceTask_resumeAfterLimit");
        assertNotPassed(number, "event_resumed");
    }

    @Test
    void aPausedClockDoesNotFireAndFiresAtItsNewMomentAfterwards() {
        String number = signed();
        Instant before = dueAt(number, "PROMISE");
        as("handler", () -> cases.pause(number, null, WaitingFor.CUSTOMER, "等客户提供发票"));
        clock.set(before.plus(Duration.ofHours(1)));
        complete("handler", open(number, "awaitAnswer"), "answer", "发票已提供");
        Instant after = dueAt(number, "PROMISE");
        assertThat(after).isAfter(before.plus(Duration.ofHours(1)));
        jobs.runDue();
        assertNotPassed(number, "serviceTask_climbPromise", "serviceTask_climbResolve");
        clock.set(after.minusSeconds(1));
        jobs.runDue();
        assertThat(breached(number, "PROMISE")).isNull();
        clock.set(after.plusSeconds(1));
        jobs.runDue();
        assertThat(breached(number, "PROMISE")).isEqualTo(after);
    }

    @Test
    void aClockThatStoppedAndRunsAgainStillFires() {
        String number = signed();
        resolve("handler", number);
        clock.set(dueAt(number, "PROMISE").plus(Duration.ofHours(1)));
        jobs.runDue();
        assertNotPassed(number, "serviceTask_climbPromise");
        done("specialist", number, "reviewResolution", "decision", "REWORK", "reason", "还差一张照片");
        clock.set(dueAt(number, "PROMISE").plus(Duration.ofHours(1)));
        jobs.runDue();
        assertPassed(number, "serviceTask_climbPromise");
        assertThat(breached(number, "PROMISE")).isNotNull();
    }

    @Test
    void raisedSeverityBringsTheTimersForward() {
        String number = captured();
        done("specialist", number, "triageComplaint", "decision", "ASSIGN", "team", "repair-1", "category", "gas.billing.reading",
                "severity", "S1", "severityReason", "现场有漏气");
        clock.advance(Duration.ofHours(25));
        jobs.runDue();
        assertPassed(number, "serviceTask_climbPromise", "serviceTask_climbResolve");
    }

    @Test
    void whoIsGivenTheWorkKeepsItThroughWaitingAndRework() {
        String number = signed();
        as("leader", () -> tasks.assign(person("leader"), open(number, "resolveComplaint").id(), "leader", null));
        as("leader", () -> cases.pause(number, null, WaitingFor.CUSTOMER, "等客户回电"));
        assertThat(open(number, "awaitAnswer").assignee()).isEqualTo("leader");
        complete("leader", open(number, "awaitAnswer"), "answer", "客户已回电");
        assertThat(open(number, "resolveComplaint").assignee()).isEqualTo("leader");
        assertThat(jdbc.sql("select handler from complaint where number = ?").param(number).query(String.class).single())
                .isEqualTo("leader");
    }

    @Test
    void aMistypedYearDoesNotHideACase() {
        String number = recallDue();
        assertThatThrownBy(() -> done("agent", number, "recallCustomer", "reached", false, "retryAt", "2062-01-05T09:00:00+08:00"))
                .isInstanceOf(Problem.class);
        assertThat(open(number, "recallCustomer")).isNotNull();
    }

    @Test
    void theReviewerSendsTheCaseBack() {
        String number = signed();
        resolve("handler", number);
        assertThat(stateOf(number)).isEqualTo("RESOLVED");
        done("specialist", number, "reviewResolution", "decision", "REWORK", "reason", "没有现场照片");
        assertThat(stateOf(number)).isEqualTo("IN_PROGRESS");
        assertThat(open(number, "resolveComplaint").assignee()).isEqualTo("handler");
        assertNotPassed(number, "event_resolved");
        resolve("handler", number);
        accept(number);
        assertThat(stateOf(number)).isEqualTo("RECALL_DUE");
    }

    @Test
    void nobodyWhoHandledTheCaseMakesItsRecall() {
        String number = signed();
        as("admin", () -> jdbc.sql("insert into person_role values ('handler', 'CALLBACK_AGENT') on conflict do nothing").update());
        resolve("handler", number);
        accept(number);
        OpenTask recall = open(number, "recallCustomer");
        assertThat(recall.excluded()).contains("handler");
        assertThatThrownBy(() -> complete("handler", recall, "reached", true, "solved", true, "scale", "GRADE5", "rating", "GOOD"))
                .isInstanceOf(Problem.class);
        assertThat(stateOf(number)).isEqualTo("RECALL_DUE");
    }

    @Test
    void notSolvedReopensTheSameCaseWithItsTeam() {
        String number = recallDue();
        recall("agent", number, false);
        assertThat(stateOf(number)).isEqualTo("ASSIGNED");
        assertThat(countOf(number, "reopen_count")).isEqualTo(1);
        assertThat(open(number, "signForCase").team()).isEqualTo("repair-1");
        assertPassed(number, "serviceTask_reopenComplaint");
        assertNotPassed(number, "event_closedSolved", "event_closedNotReached");
        done("handler", number, "signForCase", "decision", "SIGN");
        resolve("handler", number);
        accept(number);
        recall("agent2", number, true);
        assertThat(stateOf(number)).isEqualTo("CLOSED");
        assertOver(number);
    }

    @Test
    void aClosedCaseIsReopenedByTheCustomerInANewRun() {
        String number = recallDue();
        recall("agent", number, true);
        clock.advance(Duration.ofDays(3));
        as("specialist", () -> cases.reopen(number, null, "又坏了"));
        assertThat(stateOf(number)).isEqualTo("ASSIGNED");
        assertPassed(number, "event_reopened");
        assertThat(open(number, "signForCase").team()).isEqualTo("repair-1");
    }

    @Test
    void aCaseSettledOnTheCallThatComesBackIsTriagedAnew() {
        String number = captured();
        done("specialist", number, "triageComplaint", "decision", "SETTLE", "reason", "当场解释清楚");
        clock.advance(Duration.ofDays(3));
        as("specialist", () -> cases.reopen(number, null, "账单还是不对"));
        assertThat(stateOf(number)).isEqualTo("TRIAGE");
        assertPassed(number, "event_reopened");
        assertThat(countOf(number, "reopen_count")).isEqualTo(1);
        assertThat(jdbc.sql("select kind from case_clock where complaint_id = ? and state = 'RUNNING' order by kind").param(idOf(number))
                .query(String.class).list()).as("settling was the first contact; the rest goes on").containsExactly("ASSIGN", "PROMISE", "RESOLVE");
        assign(number, "repair-1");
        assertThat(open(number, "signForCase").team()).isEqualTo("repair-1");
    }

    @Test
    void aCaseSettledOnTheCallMoreThanFourteenDaysAgoStaysSettled() {
        String number = captured();
        done("specialist", number, "triageComplaint", "decision", "SETTLE", "reason", "当场解释清楚");
        clock.advance(Duration.ofDays(15));
        assertThatThrownBy(() -> as("specialist", () -> cases.reopen(number, null, "账单还是不对"))).isInstanceOf(Problem.class);
        assertThat(stateOf(number)).isEqualTo("SETTLED_ON_CALL");
    }

    @Test
    void aCaseClosedForMoreThanFourteenDaysStaysClosed() {
        String number = recallDue();
        recall("agent", number, true);
        clock.advance(Duration.ofDays(15));
        assertThatThrownBy(() -> as("specialist", () -> cases.reopen(number, null, "又坏了"))).isInstanceOf(Problem.class);
        assertThat(stateOf(number)).isEqualTo("CLOSED");
        assertNotPassed(number, "event_reopened");
    }

    @Test
    void everyClockFiresOnceAtItsDueMomentAndNotBefore() {
        String number = assigned();
        assertThat(breached(number, "SIGN")).isNull();
        Instant due = dueAt(number, "SIGN");
        clock.set(due.minusSeconds(1));
        jobs.runDue();
        assertPassed(number, "event_signStepDue", "serviceTask_climbSign");
        assertThat(breached(number, "SIGN")).as("reminded, not yet late").isNull();
        clock.set(due.plusSeconds(1));
        jobs.runDue();
        assertPassed(number, "event_signNextStepDue");
        assertThat(breached(number, "SIGN")).isEqualTo(due);
        assertThat(open(number, "signForCase")).as("the work goes on").isNotNull();
        done("handler", number, "signForCase", "decision", "SIGN");
        clock.advance(Duration.ofDays(30));
        jobs.runDue();
        assertPassed(number, "serviceTask_climbResolve", "serviceTask_climbPromise",
                "serviceTask_climbFirstContact");
        assertNotPassed(number, "serviceTask_climbRecall");
    }

    @Test
    void triageAndRecallHaveClocksOfTheirOwn() {
        String number = captured();
        clock.advance(Duration.ofDays(7));
        jobs.runDue();
        assertPassed(number, "serviceTask_climbAssign");
        assign(number, "repair-1");
        done("handler", number, "signForCase", "decision", "SIGN");
        resolve("handler", number);
        accept(number);
        clock.advance(Duration.ofDays(7));
        jobs.runDue();
        assertPassed(number, "serviceTask_climbRecall");
        assertNotPassed(number, "serviceTask_climbSign");
    }

    @Test
    void aComplaintWhoseTeamIsFixedGoesPastTriage() {
        CaptureComplaint complaint = CaptureComplaint.by(Channel.HOTLINE).summary("Pothole").sourceTeam("repair-2").source("test")
                .sourceKey("1").build();
        String number = as("specialist", () -> intake.capture(complaint).number());
        assertThat(stateOf(number)).isEqualTo("ASSIGNED");
        assertThat(open(number, "signForCase").team()).isEqualTo("repair-2");
        assertNotPassed(number, "userTask_triageComplaint");
    }

    @Test
    void safetyWordsMakeItGrave() {
        String number = captured("家里漏气，很害怕");
        assertThat(jdbc.sql("select severity from complaint where number = ?").param(number).query(String.class).single()).isEqualTo("S1");
        assertThat(jdbc.sql("select severity_rule from complaint where number = ?").param(number).query(String.class).single())
                .isEqualTo("safety-words");
    }

    private String waiting() {
        String number = signed();
        as("handler", () -> cases.pause(number, null, WaitingFor.CUSTOMER, "需要客户提供表具照片"));
        return number;
    }

    private int countOf(String number, String column) {
        return jdbc.sql("select " + column + " from complaint where number = ?").param(number).query(Integer.class).single();
    }

    private Instant dueAt(String number, String kind) {
        return jdbc.sql("select due_at from case_clock where complaint_id = ? and kind = ?").param(idOf(number)).param(kind)
                .query((row, n) -> row.getTimestamp(1).toInstant()).single();
    }

    private Instant breached(String number, String kind) {
        return jdbc.sql("select breached_at from case_clock where complaint_id = ? and kind = ?").param(idOf(number)).param(kind)
                .query((row, n) -> row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant()).optional().orElse(null);
    }
}
