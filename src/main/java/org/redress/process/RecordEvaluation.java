package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.callback.FollowUpCalls;
import org.springframework.stereotype.Component;

/** Reached, and nothing to investigate. */
@Component("recordEvaluation")
class RecordEvaluation implements ModelStep {

    private final FollowUpCalls calls;

    RecordEvaluation(FollowUpCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.evaluated(Vars.callId(execution), Vars.text(execution, Vars.OUTCOME));
    }
}
