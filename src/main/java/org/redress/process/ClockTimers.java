package org.redress.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.complaint.ComplaintLifecycle.Due;
import org.redress.deadline.ClockKind;
import org.springframework.stereotype.Component;

/**
 * Lets the timers of a case follow its clocks after a pause or a resume, in the same transaction. A paused clock has its job suspended:
 * a far date would have to be remembered, and no date means now.
 */
@Component
class ClockTimers {

    private static final Pattern ASKS = Pattern.compile("clock\\.due\\(\\s*complaintId\\s*,\\s*'([A-Z_]+)'\\s*\\)");

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ComplaintLifecycle complaints;
    private final ModelLibrary models;
    /** Job definition to clock, for each process definition: neither ever changes. */
    private final Map<String, Map<String, ClockKind>> clocks = new ConcurrentHashMap<>();

    ClockTimers(ProcessEngineConfigurationImpl engine, RuntimeService runtime, ManagementService management,
            ComplaintLifecycle complaints, ModelLibrary models) {
        this.engine = engine;
        this.runtime = runtime;
        this.management = management;
        this.complaints = complaints;
        this.models = models;
    }

    /** One command, so that a step that runs in a timer of its own sees and changes the same jobs. */
    void follow(long caseId) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            runtime.createProcessInstanceQuery().variableValueEquals(Vars.COMPLAINT_ID, caseId).list().forEach(run -> follow(caseId, run));
            return null;
        });
    }

    private void follow(long caseId, ProcessInstance run) {
        Map<String, ClockKind> asked = clocks.computeIfAbsent(run.getProcessDefinitionId(), this::read);
        for (Job job : management.createJobQuery().processInstanceId(run.getId()).timers().list()) {
            ClockKind kind = asked.get(job.getJobDefinitionId());
            if (kind != null) {
                follow((JobEntity) job, complaints.due(caseId, kind));
            }
        }
    }

    private static void follow(JobEntity job, Due due) {
        if (!due.paused()) {
            job.setDuedate(Date.from(due.dueAt()));
        }
        SuspensionState state = due.paused() ? SuspensionState.SUSPENDED : SuspensionState.ACTIVE;
        job.setSuspensionState(state.getStateCode());
    }

    private Map<String, ClockKind> read(String definitionId) {
        Map<String, ClockKind> byActivity = timers(models.model(definitionId));
        Map<String, ClockKind> byDefinition = new HashMap<>();
        for (JobDefinition definition : management.createJobDefinitionQuery().processDefinitionId(definitionId).list()) {
            ClockKind kind = byActivity.get(definition.getActivityId());
            if (kind != null) {
                byDefinition.put(definition.getId(), kind);
            }
        }
        return Map.copyOf(byDefinition);
    }

    private static Map<String, ClockKind> timers(BpmnModelInstance model) {
        Map<String, ClockKind> byActivity = new HashMap<>();
        for (TimeDate date : model.getModelElementsByType(TimeDate.class)) {
            Matcher asks = ASKS.matcher(date.getTextContent());
            if (asks.find() && date.getParentElement().getParentElement() instanceof Event event) {
                byActivity.put(event.getId(), ClockKind.valueOf(asks.group(1)));
            }
        }
        return byActivity;
    }
}
