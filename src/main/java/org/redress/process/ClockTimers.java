package org.redress.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.ClockKind;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/**
 * Lets the timers of a case follow its clocks in the transaction that moves them. A clock that is paused or stopped has its job suspended: a
 * timer that fired meanwhile would be used up, a far date would have to be remembered, and no date means now.
 */
@Component
class ClockTimers {

    private static final Pattern ASKS = Pattern.compile("clock\\.nextStep\\(\\s*complaintId\\s*,\\s*'([A-Z_]+)'\\s*\\)");

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ComplaintLifecycle complaints;
    private final CaseLadder ladder;
    private final ModelLibrary models;
    private final RowsOfCase rows;
    /** Job definition to clock, for each process definition: neither ever changes. */
    private final Map<String, Map<String, ClockKind>> clocks = new ConcurrentHashMap<>();
    /** The same by the id of the event in the model. */
    private final Map<String, Map<String, ClockKind>> activities = new ConcurrentHashMap<>();

    ClockTimers(ProcessEngineConfigurationImpl engine, RuntimeService runtime, ManagementService management,
            ComplaintLifecycle complaints, CaseLadder ladder, ModelLibrary models, RowsOfCase rows) {
        this.engine = engine;
        this.runtime = runtime;
        this.management = management;
        this.complaints = complaints;
        this.ladder = ladder;
        this.models = models;
        this.rows = rows;
    }

    /** A case has just begun its run: timers of clocks that it does not have must not fire. It has no other rows than the one just written. */
    void begun(long caseId, String definitionId, String instanceId) {
        move(caseId, definitionId, instanceId);
    }

    /** Clocks of the case were moved by a step of its run. */
    void follow(long caseId, String definitionId, String instanceId) {
        move(caseId, definitionId, instanceId);
        rows.follow(caseId, null);
    }

    /** A step of the worklist is about to end. */
    void follow(OpenTask task) {
        move(task.subjectId(), task.definitionId(), task.instanceId());
        rows.follow(task.subjectId(), task.id());
    }

    /** Every run of the case, found by its number, and its rows of open work. */
    void follow(long caseId) {
        String number = complaints.subject(caseId).label();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list()
                .forEach(run -> move(caseId, run.getProcessDefinitionId(), run.getId()));
        rows.follow(caseId, null);
    }

    /** One command, so that a step that runs in a timer of its own sees and changes the same jobs. */
    private void move(long caseId, String definitionId, String instanceId) {
        Map<String, ClockKind> asked = clocks.computeIfAbsent(definitionId, this::read);
        if (asked.isEmpty()) {
            return;
        }
        engine.getCommandExecutorTxRequired().execute(context -> {
            for (Job job : management.createJobQuery().processInstanceId(instanceId).timers().list()) {
                ClockKind kind = asked.get(job.getJobDefinitionId());
                if (kind != null) {
                    follow((JobEntity) job, ladder.firesAt(caseId, kind));
                }
            }
            return null;
        });
    }

    /** The clock that a timer of the model waits for; null for other timers. */
    @Nullable ClockKind clockOf(String definitionId, String activityId) {
        return clocksOf(definitionId).get(activityId);
    }

    /** The clocks that timers of the model wait for, by the id of the event. */
    Map<String, ClockKind> clocksOf(String definitionId) {
        return activities.computeIfAbsent(definitionId, id -> timers(models.model(id)));
    }

    private static void follow(JobEntity job, Optional<Instant> firesAt) {
        firesAt.map(Date::from).ifPresent(job::setDuedate);
        job.setSuspensionState((firesAt.isPresent() ? SuspensionState.ACTIVE : SuspensionState.SUSPENDED).getStateCode());
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
