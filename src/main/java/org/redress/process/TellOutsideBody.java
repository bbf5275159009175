package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.escalation.Escalations;
import org.springframework.stereotype.Component;

/** Eight weeks are over: the customer hears where else to turn (外部申诉权). */
@Component("tellOutsideBody")
class TellOutsideBody implements ModelStep {

    private final Escalations escalations;

    TellOutsideBody(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.raise(Vars.complaintId(execution), "AGE", 1);
    }
}
