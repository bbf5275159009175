package org.redress.process;

import java.util.Date;

import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.ClockKind;
import org.springframework.stereotype.Component;

/** What timers of the complaint model may ask: {@code clock}. */
interface ModelClock extends ModelFunctions {

    /** Due moment of a clock of the case, as its ledger has it; the promise where the clock does not run. Never null. */
    Date due(Long complaintId, String clock);

    /** When waiting for the customer or a third party must end. */
    Date waitingLimit(Long complaintId);
}

@Component("clock")
class LedgerClock implements ModelClock {

    private final ComplaintLifecycle complaints;

    LedgerClock(ComplaintLifecycle complaints) {
        this.complaints = complaints;
    }

    @Override
    public Date due(Long complaintId, String clock) {
        return Date.from(complaints.due(complaintId, ClockKind.valueOf(clock)).dueAt());
    }

    @Override
    public Date waitingLimit(Long complaintId) {
        return Date.from(complaints.waitingLimit(complaintId));
    }
}
