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

    /** One command, so that a step that runs in a timer of its own sees and changes the same jobs. */
    void follow(long caseId, String definitionId, String instanceId) {
        Map<String, ClockKind> asked = clocks.computeIfAbsent(definitionId, this::read);
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

    /** A step of the worklist is about to end. */
    void follow(OpenTask task) {
        follow(task.subjectId(), task.definitionId(), task.instanceId());
    }

    /** Every run of the case, found by its number, and its rows of open work. */
    void follow(long caseId) {
        String number = complaints.subject(caseId).label();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list()
                .forEach(run -> follow(caseId, run.getProcessDefinitionId(), run.getId()));
        rows.follow(caseId);
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
