package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.escalation.Extensions;
import org.springframework.stereotype.Component;

/** The extension was refused (驳回延期). */
@Component("refuseExtension")
class RefuseExtension implements ModelStep {

    private final Extensions extensions;

    RefuseExtension(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        extensions.refuse(Vars.id(execution, Vars.REQUEST_ID));
    }
}
