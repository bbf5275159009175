package org.redress.callback;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Customers;
import org.redress.organisation.Organisation;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.Problem;
import org.redress.shared.TryAgain;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskDesk;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What agents do with the one list they share: take the next call, finish it, respect a wish. Each is one transaction. */
@Service
@TryAgain
@Transactional
public class CallWork {

    private static final int LONGEST_RECORDING = 200;

    private final TaskDesk tasks;
    private final CallQueue queue;
    private final CallTable table;
    private final CallPromises promises;
    private final CallWorkflow workflow;
    private final FollowUpCalls calls;
    private final Customers customers;
    private final Organisation organisation;
    private final AuditTrail audit;
    private final Clock clock;

    CallWork(TaskDesk tasks, CallQueue queue, CallTable table, CallPromises promises, CallWorkflow workflow, FollowUpCalls calls,
            Customers customers, Organisation organisation, AuditTrail audit, Clock clock) {
        this.tasks = tasks;
        this.queue = queue;
        this.table = table;
        this.promises = promises;
        this.workflow = workflow;
        this.calls = calls;
        this.customers = customers;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives the actor their next call: one they have begun; else the first in the order of the groups that is theirs by name or
     * that nobody holds. Agents who ask at the same moment get different calls, and none waits for another.
     *
     * @return the call in the actor's hands; empty when there is none to make now
     * @throws Problem 403 for who makes no calls
     */
    public Optional<OpenTask> next(Actor actor) {
        if (!actor.hasAny(Role.CALLBACK_AGENT.name())) {
            throw Problem.forbidden("callback.problem.notAgent");
        }
        Optional<String> begun = queue.unfinished(actor);
        if (begun.isPresent()) {
            return begun.map(task -> tasks.see(actor, task));
        }
        for (CallGroup group : CallGroup.values()) {
            Optional<String> task = queue.own(actor, group).or(() -> free(actor, group));
            if (task.isPresent()) {
                return task.map(id -> tasks.claim(actor, id, null));
            }
        }
        return Optional.empty();
    }

    /** A customer with two open calls is rung by one agent: whoever begins the second waits until the first is done. */
    private Optional<String> free(Actor actor, CallGroup group) {
        Set<Long> busy = new HashSet<>();
        while (true) {
            Optional<CallQueue.Free> free = queue.lockFree(actor, group, busy);
            if (free.isEmpty() || queue.callerOf(free.get().customerId(), actor).isEmpty()) {
                return free.map(CallQueue.Free::taskId);
            }
            busy.add(free.get().customerId());
        }
    }

    /**
     * Takes one call from the list.
     *
     * @throws Problem as {@link TaskDesk#claim}, 409 while a colleague calls the same customer about something else
     */
    public OpenTask take(Actor actor, String taskId, @Nullable Integer version) {
        OpenTask task = tasks.see(actor, taskId);
        if (!actor.username().equals(task.assignee())) {
            queue.callerOf(queue.lockCustomer(task.subjectId()), actor).ifPresent(other -> {
                throw Problem.conflict("callback.problem.beingCalled",
                        organisation.person(other).map(person -> person.name().in(LocaleContextHolder.getLocale())).orElse(other));
            });
        }
        return tasks.claim(actor, taskId, version);
    }

    /**
     * Finishes a call with what was heard.
     *
     * @param recording where the recording lies, null or blank for none
     * @throws Problem as {@link TaskDesk#complete}, 422 for a recording that is too long
     */
    public OpenTask complete(Actor actor, String taskId, @Nullable Integer version, Map<String, Object> answers, @Nullable String recording) {
        String kept = readable(recording);
        OpenTask task = tasks.complete(actor, taskId, version, answers);
        if (kept != null) {
            table.recorded(task.subjectId(), kept);
        }
        return task;
    }

    /**
     * The customer said that they do not want to be called again: the file remembers it, and every open call to them ends.
     *
     * @return how many calls ended
     * @throws Problem 409 unless the actor holds the call
     */
    public int decline(Actor actor, String taskId, @Nullable String recording) {
        String kept = readable(recording);
        OpenTask task = tasks.see(actor, taskId);
        if (!actor.username().equals(task.assignee())) {
            throw Problem.conflict("callback.problem.takeFirst");
        }
        Instant now = clock.instant();
        CallRow call = table.find(task.subjectId()).orElseThrow(() -> Problem.notFound("callback.problem.unknown"));
        table.addAttempt(call.id(), new CallAttempt(now, actor.username(), true, null, kept));
        promises.called(call.id(), now);
        customers.doNotCall(call.job().customerId());
        audit.record("DO_NOT_CALL", "CALL", call.job().number(), Map.of("customer", call.job().customerId()));
        List<CallRow> open = table.openOf(call.job().customerId());
        workflow.declined(open.stream().map(each -> calls.record(each.id())).toList());
        return open.size();
    }

    private static @Nullable String readable(@Nullable String recording) {
        if (recording == null || recording.isBlank()) {
            return null;
        }
        String text = recording.strip();
        if (text.length() > LONGEST_RECORDING || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("recording", "callback.problem.recording", LONGEST_RECORDING);
        }
        return text;
    }
}
