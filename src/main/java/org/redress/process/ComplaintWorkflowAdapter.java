package org.redress.process;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.complaint.ComplaintWorkflow;
import org.redress.complaint.SeverityFacts;
import org.springframework.stereotype.Component;

/** The process of a case, driven in the words of the case. */
@Component
class ComplaintWorkflowAdapter implements ComplaintWorkflow {

    static final String PROCESS = "complaint";

    private final RuntimeService runtime;
    private final ModelLibrary models;
    private final OutlineBuilder outlines;
    private final ClockTimers timers;
    private final ComplaintLifecycle complaints;

    ComplaintWorkflowAdapter(RuntimeService runtime, ModelLibrary models, OutlineBuilder outlines, ClockTimers timers,
            ComplaintLifecycle complaints) {
        this.runtime = runtime;
        this.models = models;
        this.outlines = outlines;
        this.timers = timers;
        this.complaints = complaints;
    }

    @Override
    public void start(long caseId, String number, SeverityFacts facts) {
        VariableMap variables = Variables.fromMap(routing(caseId));
        // The rules look at the facts once, at the start: they are never stored with the process.
        RuleFacts.of(facts).forEach((name, value) -> variables.putValueTyped(name, transientValue(value)));
        started(caseId, runtime.startProcessInstanceByKey(PROCESS, number, variables));
    }

    @Override
    public void waitingStarted(long caseId) {
        correlate("complaint.waiting", caseId);
        timers.follow(caseId);
    }

    @Override
    public void resumed(long caseId) {
        correlate("complaint.resumed", caseId);
        timers.follow(caseId);
    }

    @Override
    public void clocksMoved(long caseId) {
        timers.follow(caseId);
    }

    @Override
    public void withdrawn(long caseId) {
        correlate("complaint.withdrawn", caseId);
    }

    @Override
    public void reopened(long caseId, String number, @Nullable String team, @Nullable String owner) {
        Map<String, Object> variables = routing(caseId);
        variables.put(Vars.TEAM, team);
        variables.put(Vars.OWNER, owner);
        variables.put(Vars.DIRECT, team != null);
        started(caseId, runtime.startProcessInstanceByMessage("complaint.reopened", number, variables));
    }

    /** Timers of clocks that the case does not have, or that have stopped before, must not fire. */
    private void started(long caseId, ProcessInstance run) {
        if (!run.isEnded()) {
            timers.begun(caseId, run.getProcessDefinitionId(), run.getId());
        }
    }

    @Override
    public String diagram(String definitionId) {
        return models.xml(definitionId);
    }

    @Override
    public String current() {
        return models.newest(PROCESS);
    }

    @Override
    public int version(String definitionId) {
        return models.version(definitionId);
    }

    @Override
    public Outline outline(String definitionId, Locale locale) {
        return outlines.outline(definitionId, locale);
    }

    private static Map<String, Object> routing(long caseId) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.COMPLAINT_ID, caseId);
        variables.put(Vars.OWNER, null);
        variables.put(Vars.HANDLER, null);
        variables.put(Vars.ATTEMPTS, 0);
        return variables;
    }

    /** By the number, which the engine has an index for. */
    private void correlate(String message, long caseId) {
        String number = complaints.subject(caseId).label();
        AtOnce.unlessFaster(() -> runtime.createMessageCorrelation(message).processInstanceBusinessKey(number).correlate());
    }

    private static org.camunda.bpm.engine.variable.value.TypedValue transientValue(Object value) {
        return Variables.untypedValue(value, true);
    }
}
