package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.CustomerAddressed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A step that asks the customer something (询问客户): input parameters {@code textEn} and {@code textZh}. The answer comes by the customer's own page and
 * stands in the timeline; the process does not wait for it here.
 */
@Component("askCustomer")
class AskCustomer implements ModelStep {

    private final CaseLadder cases;
    private final ApplicationEventPublisher events;

    AskCustomer(CaseLadder cases, ApplicationEventPublisher events) {
        this.cases = cases;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long caseId = Vars.complaintId(execution);
        events.publishEvent(new CustomerAddressed(caseId, cases.standing(caseId).number(), "step/" + execution.getActivityInstanceId(), true,
                SendMessage.text(execution)));
    }
}
