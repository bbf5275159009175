package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.deadline.ClockKind;
import org.redress.escalation.Escalations;
import org.springframework.stereotype.Component;

/** A step of the ladder is due (升级). */
@Component("climbLadder")
class ClimbLadder implements ModelStep {

    private final Escalations escalations;

    ClimbLadder(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.climb(Vars.complaintId(execution), ClockKind.valueOf(Vars.text(execution, Vars.CLOCK)));
    }
}
