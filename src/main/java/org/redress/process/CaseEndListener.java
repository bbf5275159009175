package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.redress.escalation.Escalations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A case that ended leaves nothing to answer: its supervision orders and requests for more time lapse with it. */
@Component
class CaseEndListener implements ExecutionListener {

    private final ObjectProvider<Escalations> escalations;

    CaseEndListener(ObjectProvider<Escalations> escalations) {
        this.escalations = escalations;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Long caseId = Vars.ofInstance(execution, Vars.COMPLAINT_ID);
        if (caseId != null && escalations.getObject().caseEnded(caseId)) {
            execution.getProcessEngineServices().getRuntimeService().createMessageCorrelation("complaint.ended")
                    .processInstanceBusinessKey(execution.getProcessBusinessKey()).correlateAll();
        }
    }
}
