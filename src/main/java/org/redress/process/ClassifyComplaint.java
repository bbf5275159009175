package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.Severity;
import org.redress.shared.Bilingual;
import org.springframework.stereotype.Component;

/** The rules have spoken: hands their answers to the case. */
@Component("classifyComplaint")
class ClassifyComplaint implements ModelStep {

    private final ComplaintLifecycle complaints;

    ClassifyComplaint(ComplaintLifecycle complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Bilingual reason = new Bilingual(Vars.text(execution, Vars.SEVERITY_REASON_EN), Vars.text(execution, Vars.SEVERITY_REASON_ZH));
        complaints.classify(Vars.complaintId(execution), Severity.valueOf(Vars.text(execution, Vars.SEVERITY)),
                Vars.text(execution, Vars.SEVERITY_RULE), reason, (String) execution.getVariable(Vars.TEAM),
                Boolean.TRUE.equals(execution.getVariable(Vars.DIRECT)));
    }
}
