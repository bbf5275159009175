package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.redress.worklist.OpenTask;

/** Every way a complaint can end: what happened, and what did not. */
class ComplaintEndsTest extends LoopTest {

    private static final List<String> ENDS = List.of("event_rejected", "event_merged", "event_settledOnCall", "event_referredOut",
            "event_closedSolved", "event_closedNotReached", "event_withdrawnEnd");

    @Test
    void rejected() {
        String number = captured();
        done("specialist", number, "triageComplaint", "decision", "REJECT", "reason", "不属于本公司业务");
        assertEndedBy("event_rejected", number, "REJECTED");
        assertNotPassed(number, "userTask_signForCase", "userTask_recallCustomer");
    }

    @Test
    void merged() {
        String first = captured();
        String second = captured();
        done("specialist", second, "triageComplaint", "decision", "MERGE", "mergeInto", first);
        assertEndedBy("event_merged", second, "MERGED");
        assertThat(stateOf(first)).as("the case it went into goes on").isEqualTo("TRIAGE");
        assertThat(openTasks(first)).hasSize(1);
    }

    @Test
    void settledOnTheCall() {
        String number = captured();
        done("specialist", number, "triageComplaint", "decision", "SETTLE", "reason", "当场解释清楚，客户满意");
        assertEndedBy("event_settledOnCall", number, "SETTLED_ON_CALL");
        assertNotPassed(number, "userTask_signForCase", "userTask_recallCustomer");
    }

    @Test
    void referredOut() {
        String number = captured();
        done("specialist", number, "triageComplaint", "decision", "REFER", "reason", "属住建部门职责");
        assertEndedBy("event_referredOut", number, "REFERRED_OUT");
        assertNotPassed(number, "userTask_signForCase");
    }

    @Test
    void closedBecauseSolved() {
        String number = recallDue();
        recall("agent", number, true);
        assertEndedBy("event_closedSolved", number, "CLOSED");
        assertThat(outcomeOf(number)).isEqualTo("SOLVED");
        assertPassed(number, "userTask_triageComplaint", "userTask_signForCase", "userTask_resolveComplaint", "userTask_reviewResolution",
                "userTask_recallCustomer", "serviceTask_closeSolved");
        assertNotPassed(number, "serviceTask_reopenComplaint", "serviceTask_closeNotReached", "event_retryDue",
                "serviceTask_climbPromise");
    }

    @Test
    void closedBecauseNobodyWasReachedInThreeHalfDays() {
        String number = recallDue();
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(stateOf(number)).isEqualTo("RECALL_DUE");
            done("agent", number, "recallCustomer", "reached", false);
            if (attempt < 3) {
                assertThat(calls(number)).as("nobody calls again before the next half-day").isEmpty();
                clock.advance(Duration.ofMinutes(1));
                jobs.runDue();
                assertThat(calls(number)).as("a minute later is no other half-day").isEmpty();
                clock.advance(Duration.ofDays(4));
                jobs.runDue();
            }
        }
        assertEndedBy("event_closedNotReached", number, "CLOSED");
        assertThat(outcomeOf(number)).isEqualTo("NOT_REACHED");
        assertPassed(number, "event_retryDue", "serviceTask_closeNotReached");
        assertNotPassed(number, "serviceTask_closeSolved", "serviceTask_reopenComplaint");
    }

    @Test
    void withdrawnInEveryState() {
        for (String number : List.of(captured(), assigned(), signed(), recallDue())) {
            as("specialist", () -> cases.withdraw(number, null, "客户主动撤诉"));
            assertEndedBy("event_withdrawnEnd", number, "WITHDRAWN");
            assertPassed(number, "event_withdrawn");
        }
    }

    private void assertEndedBy(String end, String number, String state) {
        assertThat(stateOf(number)).isEqualTo(state);
        assertPassed(number, end);
        assertNotPassed(number, ENDS.stream().filter(other -> !other.equals(end)).toArray(String[]::new));
        assertOver(number);
    }

    /** Beside what a late case asks of managers. */
    private List<OpenTask> calls(String number) {
        return openTasks(number).stream().filter(task -> task.key().equals("userTask_recallCustomer")).toList();
    }
}
