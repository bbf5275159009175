package org.redress.deadline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The pauses of one round and what is left of their allowance. A pause that uses it up ends by itself. */
final class Pause {

    private @Nullable Instant since;
    private Instant ends = Instant.MAX;
    private @Nullable Duration left;
    private Measure allowance = new Measure(null);
    private Duration credited = Duration.ZERO;
    private boolean lapsed;

    @Nullable Instant since() {
        return since;
    }

    Instant ends() {
        return ends;
    }

    boolean overBy(Instant now) {
        return since != null && ends.isBefore(now);
    }

    boolean exhausted() {
        return left != null && left.isZero() || lapsed;
    }

    void begin(Instant at, Budget inAll, WorkingCalendar calendar) {
        allowance = Measure.of(inAll, calendar);
        ends = left == null ? calendar.plus(at, inAll) : allowance.plus(at, left);
        since = at;
    }

    /** Ends the pause and credits it to the due moment. */
    void end(Instant at, DueMoment due) {
        Instant from = running();
        due.credit(from, at);
        credited = credited.plus(due.measure().between(from, at));
        left = allowance.between(at, ends);
        since = null;
    }

    void lapse(DueMoment due) {
        end(ends, due);
        lapsed = true;
    }

    /** Whether the pause ended by itself before its resume was written; told once. */
    boolean tellLapsed() {
        boolean told = lapsed;
        lapsed = false;
        return told;
    }

    /** All credited time, with what a running pause has come to. */
    Duration credited(@Nullable Instant now, DueMoment due) {
        return since == null || now == null ? credited : credited.plus(due.measure().between(since, Moments.earlier(now, ends)));
    }

    private Instant running() {
        if (since == null) {
            throw new LedgerException("deadline.ledger.notPaused");
        }
        return since;
    }
}
