package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.callback.FollowUpCalls;
import org.springframework.stereotype.Component;

/** The window for the call is over. */
@Component("lapseCall")
class LapseCall implements ModelStep {

    private final FollowUpCalls calls;

    LapseCall(FollowUpCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.lapse(Vars.callId(execution));
    }
}
