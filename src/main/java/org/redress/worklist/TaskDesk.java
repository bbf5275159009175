package org.redress.worklist;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.Cursor;
import org.redress.shared.Problem;
import org.redress.shared.TryAgain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of work: take (签收), give back (退回), give to somebody (转办), finish (办结). Each is one transaction with the engine's step and
 * the audit line; each refuses with a sentence that names who was faster.
 */
@Service
@TryAgain
@Transactional
public class TaskDesk {

    private static final int CANDIDATES = 10;

    private final OpenWork work;
    private final WorkQuery query;
    private final TaskRows rows;
    private final TaskEngine engine;
    private final TaskAnswers answers;
    private final TaskDrafts drafts;
    private final Staff staff;
    private final AuditTrail audit;

    TaskDesk(OpenWork work, WorkQuery query, TaskRows rows, TaskEngine engine, TaskAnswers answers, TaskDrafts drafts,
            Staff staff, AuditTrail audit) {
        this.work = work;
        this.query = query;
        this.rows = rows;
        this.engine = engine;
        this.answers = answers;
        this.drafts = drafts;
        this.staff = staff;
        this.audit = audit;
    }

    /** @throws Problem 404 when it is done or never was, 403 when the actor may not see it */
    @Transactional(readOnly = true)
    public OpenTask see(Actor actor, String taskId) {
        OpenTask task = work.find(taskId).orElseThrow(() -> Problem.notFound("worklist.problem.gone"));
        if (!TaskRules.maySee(actor, task)) {
            throw Problem.forbidden("worklist.problem.notYours");
        }
        return task;
    }

    @Transactional(readOnly = true)
    public TaskRights rights(Actor actor, OpenTask task) {
        boolean mine = actor.username().equals(task.assignee());
        boolean free = task.assignee() == null && TaskRules.mayTake(actor, task);
        boolean assign = staff.mayAssign(actor, task);
        return new TaskRights(free, free || mine && !task.excluded().contains(actor.username()), task.assignee() != null && (mine || assign), assign);
    }

    /**
     * Takes a task nobody has. Taking one's own again changes nothing.
     *
     * @param version the row's version the actor saw, null when unknown
     * @throws Problem 409 when somebody was faster or the row has changed, 403 when it is not offered to the actor
     */
    public OpenTask claim(Actor actor, String taskId, @Nullable Integer version) {
        OpenTask task = seen(actor, taskId);
        if (actor.username().equals(task.assignee())) {
            return task;
        }
        requireTakeable(actor, task);
        OpenTask held = rows.claim(taskId, actor.username(), version).orElseThrow(() -> lost(taskId));
        engine.assign(taskId, actor.username());
        record("CLAIM", held, Map.of());
        return held;
    }

    /** Takes the task with the earliest latest safe start among those offered to the actor; empty when there is none. */
    public Optional<OpenTask> claimNext(Actor actor) {
        for (OpenTask task : query.claimable(actor, CANDIDATES)) {
            Optional<OpenTask> won = rows.claim(task.id(), actor.username(), null);
            if (won.isPresent()) {
                engine.assign(task.id(), actor.username());
                record("CLAIM", task, Map.of());
                return won;
            }
        }
        return Optional.empty();
    }

    /** What the actor should work on: the next of those held or offered, from a place on; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<OpenTask> next(Actor actor, @Nullable Cursor after) {
        return query.next(actor, after);
    }

    /** Gives a task back to those it is offered to. Giving back a free one changes nothing. */
    public OpenTask release(Actor actor, String taskId, @Nullable Integer version) {
        OpenTask task = locked(actor, taskId, version);
        if (task.assignee() == null) {
            return task;
        }
        if (!actor.username().equals(task.assignee()) && !staff.mayAssign(actor, task)) {
            throw Problem.forbidden("worklist.problem.notHolder", staff.name(task.assignee()));
        }
        rows.assigned(taskId, null);
        engine.assign(taskId, null);
        record("RELEASE", task, Map.of("from", task.assignee()));
        return task;
    }

    /**
     * Takes a task back from somebody who is not there to do it.
     *
     * @param why for the audit trail, an upper-case word
     * @return false when they no longer hold it: nothing is changed then
     */
    public boolean takeBack(String taskId, String from, String why) {
        Optional<OpenTask> held = work.lock(taskId).filter(task -> from.equals(task.assignee()));
        held.ifPresent(task -> {
            rows.assigned(taskId, null);
            engine.assign(taskId, null);
            record("RELEASE", task, Map.of("from", from, "why", why));
        });
        return held.isPresent();
    }

    /**
     * Gives a task to somebody.
     *
     * @throws Problem 403 unless the actor leads the team, is a specialist or a manager; 422 when the person is not one of those it is offered
     *                 to, or must not take it
     */
    public OpenTask assign(Actor actor, String taskId, String to, @Nullable Integer version) {
        OpenTask task = locked(actor, taskId, version);
        if (!staff.mayAssign(actor, task)) {
            throw Problem.forbidden("worklist.problem.mayNotAssign");
        }
        if (!staff.isCandidate(to, task)) {
            throw Problem.invalid("to", "worklist.problem.notCandidate", staff.name(to));
        }
        if (!to.equals(task.assignee())) {
            rows.assigned(taskId, to);
            engine.assign(taskId, to);
            record("ASSIGN", task, task.assignee() == null ? Map.of("to", to) : Map.of("from", task.assignee(), "to", to));
        }
        return task.heldBy(to);
    }

    /**
     * Finishes a task. A free one is taken on the way.
     *
     * @param submitted what was filled in: JSON values or texts of a plain form post
     * @throws Problem 422 naming every wrong field, 409 when somebody else has it or it changed, 403 when it is not offered to the actor
     */
    public OpenTask complete(Actor actor, String taskId, @Nullable Integer version, Map<String, Object> submitted) {
        OpenTask task = locked(actor, taskId, version);
        if (!actor.username().equals(task.assignee())) {
            requireTakeable(actor, task);
            if (task.assignee() != null) {
                throw takenBy(task);
            }
        }
        Map<String, Object> valid = answers.validated(task, submitted);
        engine.complete(task.heldBy(actor.username()), valid);
        drafts.delete(actor, task);
        record("COMPLETE", task, Map.of());
        return task;
    }

    private OpenTask seen(Actor actor, String taskId) {
        return visible(actor, work.find(taskId));
    }

    private OpenTask locked(Actor actor, String taskId, @Nullable Integer version) {
        OpenTask task = visible(actor, work.lock(taskId));
        if (version != null && version != task.version()) {
            throw task.assignee() != null && !actor.username().equals(task.assignee()) ? takenBy(task)
                    : Problem.conflict("worklist.problem.changed");
        }
        return task;
    }

    /** A task that is gone while somebody acts on it was finished by somebody: that is a conflict, not a wrong address. */
    private static OpenTask visible(Actor actor, Optional<OpenTask> found) {
        OpenTask task = found.orElseThrow(() -> Problem.conflict("worklist.problem.gone"));
        if (!TaskRules.maySee(actor, task)) {
            throw Problem.forbidden("worklist.problem.notYours");
        }
        return task;
    }

    private void requireTakeable(Actor actor, OpenTask task) {
        if (!TaskRules.mayTake(actor, task)) {
            throw Problem.forbidden("worklist.problem.notOffered");
        }
    }

    private Problem lost(String taskId) {
        return work.find(taskId).map(task -> task.assignee() == null ? Problem.conflict("worklist.problem.changed") : takenBy(task))
                .orElseGet(() -> Problem.conflict("worklist.problem.gone"));
    }

    private Problem takenBy(OpenTask task) {
        return Problem.conflict("worklist.problem.takenBy", staff.name(String.valueOf(task.assignee())));
    }

    private void record(String act, OpenTask task, Map<String, String> change) {
        Map<String, String> all = new TreeMap<>(change);
        all.put("task", task.key());
        audit.record(act, task.kind().name(), task.subject(), all);
    }
}
