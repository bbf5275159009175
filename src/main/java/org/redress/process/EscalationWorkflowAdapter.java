package org.redress.process;

import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.redress.escalation.EscalationWorkflow;
import org.redress.escalation.LadderAction;
import org.springframework.stereotype.Component;

/** The processes {@code escalation} and {@code extension}, driven in the words of the ladder. */
@Component
class EscalationWorkflowAdapter implements EscalationWorkflow {

    private final RuntimeService runtime;
    private final ClockTimers timers;

    EscalationWorkflowAdapter(RuntimeService runtime, ClockTimers timers) {
        this.runtime = runtime;
        this.timers = timers;
    }

    @Override
    public void stepTaken(long caseId, String number, long stepId, LadderAction action, long orderId) {
        runtime.startProcessInstanceByKey("escalation", number, Map.of(Vars.COMPLAINT_ID, caseId, Vars.STEP_ID, stepId, Vars.ACTION, action.name(),
                Vars.ORDER_ID, orderId));
    }

    @Override
    public void extensionAsked(long caseId, String number, long requestId, String askedBy) {
        runtime.startProcessInstanceByKey("extension", number,
                Map.of(Vars.COMPLAINT_ID, caseId, Vars.REQUEST_ID, requestId, Vars.ASKED_BY, askedBy));
        timers.follow(caseId);
    }

    /** The new team is set where every later step reads it; the handler starts anew with the signature. */
    @Override
    public void transferred(long caseId, String number, String team) {
        String run = runtime.createProcessInstanceQuery().processDefinitionKey(ComplaintWorkflowAdapter.PROCESS)
                .processInstanceBusinessKey(number).singleResult().getId();
        runtime.setVariable(run, Vars.TEAM, team);
        runtime.setVariable(run, Vars.HANDLER, null);
        AtOnce.unlessFaster(() -> runtime.createMessageCorrelation("complaint.transferred").processInstanceId(run).correlate());
        timers.follow(caseId);
    }

    @Override
    public void clocksMoved(long caseId) {
        timers.follow(caseId);
    }
}
