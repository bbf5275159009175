package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.escalation.Extensions;
import org.springframework.stereotype.Component;

/** The extension was approved (批准延期). */
@Component("extendClocks")
class ExtendClocks implements ModelStep {

    private final Extensions extensions;

    ExtendClocks(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        extensions.grant(Vars.id(execution, Vars.REQUEST_ID));
    }
}
