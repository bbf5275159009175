package org.redress.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** A process that another one calls is about the same case, call or briefing, also where its designer did not hand the number over. */
@Component
class CalledProcessListener implements ExecutionListener {

    private static final List<String> SUBJECTS = List.of(Vars.COMPLAINT_ID, Vars.CALL_ID, Vars.BRIEFING_ID);

    @Override
    public void notify(DelegateExecution execution) {
        ExecutionEntity called = ((ExecutionEntity) execution).getProcessInstance();
        if (called.getSuperExecutionId() == null) {
            return;
        }
        ExecutionEntity caller = called.getSuperExecution().getProcessInstance();
        for (String subject : SUBJECTS) {
            Object id = caller.getVariableLocal(subject);
            if (id != null && !called.hasVariableLocal(subject)) {
                called.setVariableLocal(subject, id);
            }
        }
    }
}
