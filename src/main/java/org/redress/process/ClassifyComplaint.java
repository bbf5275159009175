package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.Severity;
import org.redress.escalation.Escalations;
import org.redress.shared.Bilingual;
import org.springframework.stereotype.Component;

/** The rules have spoken: hands their answers to the case. */
@Component("classifyComplaint")
class ClassifyComplaint implements ModelStep {

    private final ComplaintLifecycle complaints;
    private final Escalations escalations;

    ClassifyComplaint(ComplaintLifecycle complaints, Escalations escalations) {
        this.complaints = complaints;
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Bilingual reason = new Bilingual(Vars.text(execution, Vars.SEVERITY_REASON_EN), Vars.text(execution, Vars.SEVERITY_REASON_ZH));
        complaints.classify(Vars.complaintId(execution), Severity.valueOf(Vars.text(execution, Vars.SEVERITY)),
                Vars.text(execution, Vars.SEVERITY_RULE), reason, (String) execution.getVariable(Vars.TEAM),
                Boolean.TRUE.equals(execution.getVariable(Vars.DIRECT)));
        escalations.raise(Vars.complaintId(execution), "CAPTURED", 1);
    }
}
