package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.ComplaintLifecycle;
import org.springframework.stereotype.Component;

/** The re-callback decided, or nobody could be reached. */
@Component("closeComplaint")
class CloseComplaint implements ModelStep {

    private final ComplaintLifecycle complaints;

    CloseComplaint(ComplaintLifecycle complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.close(Vars.complaintId(execution), Vars.text(execution, Vars.OUTCOME));
    }
}
