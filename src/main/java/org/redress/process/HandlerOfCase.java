package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.redress.complaint.ComplaintLifecycle;
import org.springframework.stereotype.Component;

/**
 * The work of a case changed hands (转办): a step that the model gives to {@code ${handler}} was given to somebody else, so the steps after it
 * are theirs too.
 */
@Component
class HandlerOfCase {

    private static final String HANDLERS_STEP = "${" + Vars.HANDLER + "}";

    private final ModelLibrary models;
    private final ComplaintLifecycle complaints;

    HandlerOfCase(ModelLibrary models, ComplaintLifecycle complaints) {
        this.models = models;
        this.complaints = complaints;
    }

    void follow(DelegateTask task) {
        Long caseId = Vars.ofInstance(task.getExecution(), Vars.COMPLAINT_ID);
        ElementText text = models.text(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        if (caseId != null && HANDLERS_STEP.equals(text.assignee())) {
            task.getExecution().setVariable(Vars.HANDLER, task.getAssignee());
            complaints.handledBy(caseId, task.getAssignee());
        }
    }
}
