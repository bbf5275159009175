package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.escalation.Escalations;
import org.springframework.stereotype.Component;

/** Who must hear of a step is told. */
@Component("tellRecipients")
class TellRecipients implements ModelStep {

    private final Escalations escalations;

    TellRecipients(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.tell(Vars.id(execution, Vars.STEP_ID));
    }
}
