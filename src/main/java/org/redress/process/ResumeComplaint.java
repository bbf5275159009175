package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.ComplaintLifecycle;
import org.springframework.stereotype.Component;

/** Waiting has reached its limit: work goes on without the answer. */
@Component("resumeComplaint")
class ResumeComplaint implements ModelStep {

    private final ComplaintLifecycle complaints;
    private final ClockTimers timers;

    ResumeComplaint(ComplaintLifecycle complaints, ClockTimers timers) {
        this.complaints = complaints;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.resume(Vars.complaintId(execution), null);
        timers.follow(Vars.complaintId(execution), execution.getProcessDefinitionId(), execution.getProcessInstanceId());
    }
}
