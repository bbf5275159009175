package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.redress.complaint.WaitingFor;

/** Every way a complaint can end: what happened, and what did not. */
class ComplaintEndsTest extends LoopTest {

    private static final String[] ENDS = {"event_rejected", "event_merged", "event_settledOnCall", "event_referredOut", "event_closedSolved",
            "event_closedNotReached", "event_withdrawnEnd"};

    @Test
    void rejected() {
        String number = captured();
        done("specialist", number, "triageComplaint", "decision", "REJECT", "reason", "不属于本公司业务");
        endedBy(number, "event_rejected", "REJECTED");
        assertNotPassed(number, "userTask_signForCase");
    }

    @Test
    void merged() {
        String first = captured();
        String second = captured();
        done("specialist", second, "triageComplaint", "decision", "MERGE", "mergeInto", first);
        endedByOf(second, "event_merged", "MERGED");
        assertThat(stateOf(first)).isEqualTo("TRIAGE");
    }

    private void endedBy(String number, String end, String state) {
        endedByOf(number, end, state);
        assertOver(number);
    }

    private void endedByOf(String number, String end, String state) {
        assertThat(stateOf(number)).isEqualTo(state);
        assertPassed(number, end);
        assertNotPassed(number, List.of(ENDS).stream().filter(other -> !other.equals(end)).toArray(String[]::new));
    }
}
