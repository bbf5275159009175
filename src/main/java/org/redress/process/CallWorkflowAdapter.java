package org.redress.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.redress.callback.CallStart;
import org.redress.callback.CallWorkflow;
import org.redress.callback.FollowUpCalls.CallRecord;
import org.redress.worklist.OpenedTask;
import org.redress.worklist.TaskProjection;
import org.springframework.stereotype.Component;

/** The process of a follow-up call. */
@Component
class CallWorkflowAdapter implements CallWorkflow {

    /** A customer does not want to be called. */
    private static final String DECLINED = "call.declined";

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final CallFacts facts;
    private final TaskProjection rows;

    CallWorkflowAdapter(RuntimeService runtime, ProcessEngineConfigurationImpl engine, CallFacts facts, TaskProjection rows) {
        this.runtime = runtime;
        this.engine = engine;
        this.facts = facts;
        this.rows = rows;
    }

    /** One command around all starts: the engine writes what it keeps of them in batches, and so do the rows of open work. */
    @Override
    public void start(List<CallStart> calls) {
        List<OpenedTask> opened = new ArrayList<>();
        facts.during(calls, () -> TaskProjectionListener.collecting(opened, () -> engine.getCommandExecutorTxRequired().execute(context -> {
            calls.forEach(this::start);
            return calls.size();
        })));
        rows.opened(opened);
    }

    @Override
    public void declined(List<CallRecord> calls) {
        calls.forEach(call -> AtOnce.unlessFaster(() -> runtime.createMessageCorrelation(DECLINED).processInstanceBusinessKey(call.jobId())
                .processInstanceVariableEquals(Vars.CALL_ID, call.callId()).correlate()));
    }

    private void start(CallStart start) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.CALL_ID, start.call().callId());
        variables.put(Vars.AGENT, start.agent());
        variables.put(Vars.ATTEMPTS, 0);
        runtime.startProcessInstanceByKey("callback", start.call().jobId(), variables);
    }
}
