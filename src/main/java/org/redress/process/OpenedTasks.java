package org.redress.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingSteps;
import org.redress.callback.FollowUpCalls.CallRecord;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.complaint.ComplaintLifecycle.Due;
import org.redress.deadline.Budget;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.deadline.WorkingCalendar;
import org.redress.process.SafeStart.Start;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenedTask;
import org.redress.worklist.TaskSubject;
import org.springframework.stereotype.Component;

/** Describes a task that the engine has just opened, for the list: what it is about, when it is due, who must not take it. */
@Component
class OpenedTasks {

    private final ModelLibrary models;
    private final ComplaintLifecycle complaints;
    private final CallFacts calls;
    private final BriefingSteps briefings;
    private final SafeStart starts;
    private final Calendars calendars;
    private final Clock clock;

    OpenedTasks(ModelLibrary models, ComplaintLifecycle complaints, CallFacts calls, BriefingSteps briefings, SafeStart starts,
            Calendars calendars, Clock clock) {
        this.models = models;
        this.complaints = complaints;
        this.calls = calls;
        this.briefings = briefings;
        this.starts = starts;
        this.calendars = calendars;
        this.clock = clock;
    }

    OpenedTask describe(DelegateTask task) {
        ElementText text = models.text(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        Long complaintId = Vars.ofInstance(task.getExecution(), Vars.COMPLAINT_ID);
        if (complaintId != null) {
            return ofCase(task, text, complaintId);
        }
        Long callId = Vars.ofInstance(task.getExecution(), Vars.CALL_ID);
        if (callId != null) {
            return ofCall(task, text, callId);
        }
        Long briefingId = Vars.ofInstance(task.getExecution(), Vars.BRIEFING_ID);
        if (briefingId == null) {
            throw new IllegalStateException("Process " + task.getProcessDefinitionId() + " belongs to no case, call or briefing");
        }
        return ofBriefing(task, text, briefingId);
    }

    private OpenedTask ofCase(DelegateTask task, ElementText text, long id) {
        TaskSubject subject = complaints.subject(id);
        Set<String> excluded = switch (text.property("redress.notBy", "")) {
            case "handlers" -> complaints.handlers(id);
            case "asker" -> Set.of(String.valueOf(task.getVariable(Vars.ASKED_BY)));
            default -> Set.of();
        };
        Moments moments = moments(subject, text, task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return row(task, text, subject, excluded, moments.dueAt(), moments.start(), moments.criticalAt(), moments.paused());
    }

    /** The moments of a step of a case. */
    record Moments(Instant dueAt, Start start, Instant criticalAt, boolean paused) {
    }

    /** What the row of a case's open step should say now. */
    Moments momentsOf(OpenTask row) {
        return moments(complaints.subject(row.subjectId()), models.text(row.definitionId(), row.key()), row.definitionId(), row.key());
    }

    private Moments moments(TaskSubject subject, ElementText text, String definitionId, String key) {
        Due due = complaints.due(subject.id(), ClockKind.valueOf(text.property("redress.clock", ClockKind.PROMISE.name())));
        WorkingCalendar hours = subject.severity() == null ? calendars.current() : calendars.current().forSeverity(Severity.valueOf(subject.severity()));
        Start start = starts.ofCase(subject.id(), definitionId, key, subject.severity(), due.dueAt(), hours);
        return new Moments(due.dueAt(), start, due.criticalAt(), due.paused());
    }

    /** Due when the call says; critical when half of the time until then has passed once more. */
    private OpenedTask ofCall(DelegateTask task, ElementText text, long id) {
        CallRecord call = calls.record(id);
        Instant due = call.dueAt();
        Set<String> excluded = "ratedEmployee".equals(text.property("redress.notBy", "")) && call.employee() != null
                ? Set.of(call.employee())
                : Set.of();
        Duration window = Duration.between(clock.instant(), due);
        Instant critical = due.plus(window.isNegative() ? Duration.ZERO : window.dividedBy(2));
        Start start = starts.of(task.getProcessDefinitionId(), List.of(task.getTaskDefinitionKey()), null, due, calendars.current());
        return row(task, text, calls.subject(id), excluded, due, start, critical, false);
    }

    /** Due when the time is over that the model gives it ({@code redress.budget}), counted from now. */
    private OpenedTask ofBriefing(DelegateTask task, ElementText text, long id) {
        WorkingCalendar hours = calendars.current();
        Budget budget = Budget.parse(text.property("redress.budget", "2 bd"));
        Instant due = hours.plus(clock.instant(), budget);
        Start start = starts.of(task.getProcessDefinitionId(), List.of(task.getTaskDefinitionKey()), null, due, hours);
        return row(task, text, briefings.subject(id), Set.of(), due, start, hours.plus(due, budget), false);
    }

    private static OpenedTask row(DelegateTask task, ElementText text, TaskSubject subject, Set<String> excluded, Instant dueAt,
            Start start, Instant criticalAt, boolean waiting) {
        TaskEntity entity = (TaskEntity) task;
        String deployment = entity.getProcessDefinition().getDeploymentId();
        String assignee = allowed(task.getAssignee(), excluded);
        return new OpenedTask(task.getId(), task.getTaskDefinitionKey(), text.name(), FormReference.of(deployment, text.formRef()),
                task.getProcessDefinitionId(), task.getProcessInstanceId(), offeredTo(task), assignee, excluded, subject, dueAt,
                start.by(), criticalAt, waiting, start.minutes());
    }

    private static @Nullable String allowed(@Nullable String assignee, Set<String> excluded) {
        return assignee != null && excluded.contains(assignee) ? null : assignee;
    }

    private static String offeredTo(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(task.getTaskDefinitionKey() + " is offered to nobody"));
    }
}
