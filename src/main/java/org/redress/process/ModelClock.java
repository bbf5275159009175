package org.redress.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.redress.complaint.CaseLadder;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.ClockKind;
import org.springframework.stereotype.Component;

/** What timers of the complaint model may ask: {@code clock}. */
interface ModelClock extends ModelFunctions {

    /** When the next step of the ladder of a clock is due, as its ledger has it; the promise where there is no such step. Never null. */
    Date nextStep(Long complaintId, String clock);

    /** Whether the clock has a step of the ladder left. */
    boolean climbsOn(Long complaintId, String clock);

    /** When the customer may turn to the outside body at the latest. */
    Date outsideRight(Long complaintId);

    /** When waiting for the customer or a third party must end. */
    Date waitingLimit(Long complaintId);
}

@Component("clock")
class LedgerClock implements ModelClock {

    private final ComplaintLifecycle complaints;
    /** When a timer that nobody moved looks at a clock again that does not run: soon enough, and never at once for ever. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final CaseLadder ladder;
    private final Clock clock;

    LedgerClock(ComplaintLifecycle complaints, CaseLadder ladder, Clock clock) {
        this.complaints = complaints;
        this.ladder = ladder;
        this.clock = clock;
    }

    @Override
    public Date nextStep(Long complaintId, String kind) {
        ClockKind asked = ClockKind.valueOf(kind);
        Instant next = ladder.nextStep(complaintId, asked);
        Instant earliest = clock.instant().plus(LOOK_AGAIN);
        return Date.from(ladder.firesAt(complaintId, asked).isPresent() || next.isAfter(earliest) ? next : earliest);
    }

    @Override
    public boolean climbsOn(Long complaintId, String kind) {
        return ladder.climbsOn(complaintId, ClockKind.valueOf(kind));
    }

    @Override
    public Date outsideRight(Long complaintId) {
        return Date.from(ladder.outsideRightAt(complaintId));
    }

    @Override
    public Date waitingLimit(Long complaintId) {
        return Date.from(complaints.waitingLimit(complaintId));
    }
}
