package org.redress.process;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.redress.callback.CallWorkflow;
import org.springframework.stereotype.Component;

/** The process of a follow-up call. */
@Component
class CallWorkflowAdapter implements CallWorkflow {

    private final RuntimeService runtime;

    CallWorkflowAdapter(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(long callId, String jobId, @Nullable String agent) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.CALL_ID, callId);
        variables.put(Vars.AGENT, agent);
        variables.put(Vars.ATTEMPTS, 0);
        runtime.startProcessInstanceByKey("callback", jobId, variables);
    }
}
