package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.ComplaintLifecycle;
import org.springframework.stereotype.Component;

/** The customer says it was not solved: the same case goes back to its team. */
@Component("reopenComplaint")
class ReopenComplaint implements ModelStep {

    private final ComplaintLifecycle complaints;

    ReopenComplaint(ComplaintLifecycle complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.reopenUnsolved(Vars.complaintId(execution));
        execution.setVariable(Vars.HANDLER, null);
    }
}
