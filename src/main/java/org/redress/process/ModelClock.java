package org.redress.process;

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
    private final CaseLadder ladder;

    LedgerClock(ComplaintLifecycle complaints, CaseLadder ladder) {
        this.complaints = complaints;
        this.ladder = ladder;
    }

    @Override
    public Date nextStep(Long complaintId, String clock) {
        return Date.from(ladder.nextStep(complaintId, ClockKind.valueOf(clock)));
    }

    @Override
    public boolean climbsOn(Long complaintId, String clock) {
        return ladder.climbsOn(complaintId, ClockKind.valueOf(clock));
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
