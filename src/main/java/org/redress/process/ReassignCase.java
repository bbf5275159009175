package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.CaseLadder;
import org.redress.escalation.EscalationWorkflow;
import org.springframework.stereotype.Component;

/** A manager gives the case to another team (改派). */
@Component("reassignCase")
class ReassignCase implements ModelStep {

    private final CaseLadder cases;
    private final EscalationWorkflow workflow;
    private final HandOvers moves;

    ReassignCase(CaseLadder cases, EscalationWorkflow workflow, HandOvers moves) {
        this.cases = cases;
        this.workflow = workflow;
        this.moves = moves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long caseId = Vars.complaintId(execution);
        String team = Vars.text(execution, Vars.TEAM);
        cases.transfer(caseId, team, Vars.text(execution, Vars.REASON));
        workflow.transferred(caseId, cases.standing(caseId).number(), team);
        moves.handedOver(caseId);
    }
}
