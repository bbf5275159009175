package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.ComplaintLifecycle;
import org.springframework.stereotype.Component;

/** The customer says it was not solved: the same case goes back to its team. */
@Component("reopenComplaint")
class ReopenComplaint implements ModelStep {

    private final ComplaintLifecycle complaints;
    private final ClockTimers timers;

    ReopenComplaint(ComplaintLifecycle complaints, ClockTimers timers) {
        this.complaints = complaints;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.reopenUnsolved(Vars.complaintId(execution));
        timers.follow(Vars.complaintId(execution), execution.getProcessDefinitionId(), execution.getProcessInstanceId());
        execution.setVariable(Vars.HANDLER, null);
    }
}
