package org.redress.process;

import java.time.Clock;
import java.time.Instant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.redress.complaint.ComplaintLifecycle;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the case which elements its process passed, once a transaction, so that no page has to ask the engine. Of a process that it calls, the step that calls
 * it is told.
 */
@Component
class PathListener implements ExecutionListener {

    private final ObjectProvider<ComplaintLifecycle> complaints;
    private final Clock clock;

    PathListener(ObjectProvider<ComplaintLifecycle> complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Long caseId = Vars.ofInstance(execution, Vars.COMPLAINT_ID);
        if (caseId == null || ((ExecutionEntity) execution).getProcessInstance().getSuperExecutionId() != null) {
            return;
        }
        // The case is taken in hand at the first element: what is taken in hand is written before the commit.
        PathOfTransaction path = PathOfTransaction.current(() -> complaints.getObject().subject(caseId),
                steps -> complaints.getObject().passed(steps));
        Instant now = clock.instant();
        if (EVENTNAME_START.equals(execution.getEventName())) {
            path.entered(caseId, execution.getProcessDefinitionId(), execution.getActivityInstanceId(), execution.getCurrentActivityId(),
                    now);
        } else {
            path.left(caseId, execution.getProcessDefinitionId(), execution.getActivityInstanceId(), execution.getCurrentActivityId(),
                    now, execution.isCanceled());
        }
    }
}
