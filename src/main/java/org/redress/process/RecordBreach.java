package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.ClockKind;
import org.springframework.stereotype.Component;

/** A clock has reached its due moment. */
@Component("recordBreach")
class RecordBreach implements ModelStep {

    private final ComplaintLifecycle complaints;

    RecordBreach(ComplaintLifecycle complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.breached(Vars.complaintId(execution), ClockKind.valueOf(Vars.text(execution, Vars.CLOCK)));
    }
}
