package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.callback.FollowUpCalls;
import org.springframework.stereotype.Component;

/** Every attempt was made and nobody was reached. */
@Component("giveUpCall")
class GiveUpCall implements ModelStep {

    private final FollowUpCalls calls;

    GiveUpCall(FollowUpCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.giveUp(Vars.callId(execution));
    }
}
