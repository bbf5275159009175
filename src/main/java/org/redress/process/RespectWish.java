package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.callback.FollowUpCalls;
import org.springframework.stereotype.Component;

/** The customer does not want to be called. */
@Component("respectWish")
class RespectWish implements ModelStep {

    private final FollowUpCalls calls;

    RespectWish(FollowUpCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.declined(Vars.callId(execution));
    }
}
