package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.escalation.Escalations;
import org.springframework.stereotype.Component;

/** The customer says it was not solved: the same case goes back to its team. */
@Component("reopenComplaint")
class ReopenComplaint implements ModelStep {

    private final ComplaintLifecycle complaints;
    private final ClockTimers timers;
    private final CaseLadder ladder;
    private final Escalations escalations;

    ReopenComplaint(ComplaintLifecycle complaints, ClockTimers timers, CaseLadder ladder, Escalations escalations) {
        this.complaints = complaints;
        this.timers = timers;
        this.ladder = ladder;
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.reopenUnsolved(Vars.complaintId(execution));
        timers.follow(Vars.complaintId(execution), execution.getProcessDefinitionId(), execution.getProcessInstanceId());
        execution.setVariable(Vars.HANDLER, null);
        escalations.raise(Vars.complaintId(execution), "DISSATISFIED", ladder.standing(Vars.complaintId(execution)).dissatisfied());
    }
}
