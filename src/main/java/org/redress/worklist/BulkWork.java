package org.redress.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;

/** One verb on many rows: first what would happen to each, then it happens, each row in a transaction of its own. */
@Service
public class BulkWork {

    private final OpenWork work;
    private final TaskDesk desk;
    private final Staff staff;

    BulkWork(OpenWork work, TaskDesk desk, Staff staff) {
        this.work = work;
        this.desk = desk;
        this.staff = staff;
    }

    /** What can be done to many. */
    public enum Verb {
        /** 签收 */ CLAIM,
        /** 转办 */ ASSIGN,
        /** 退回 */ RELEASE
    }

    /** A row as the person saw it when choosing. */
    public record Pick(String id, int version) {
    }

    /**
     * What becomes of one row.
     *
     * @param task    null when it is gone
     * @param before  who held it
     * @param problem message key of why it is left alone, null when it is changed
     */
    public record Line(Pick pick, @Nullable OpenTask task, @Nullable String before, @Nullable String problem, List<Object> args) {

        public boolean changes() {
            return problem == null;
        }
    }

    /** What would happen; nothing is changed. */
    public List<Line> preview(Actor actor, Verb verb, List<Pick> picks, @Nullable String to) {
        return picks.stream().map(pick -> foresee(actor, verb, pick, to)).toList();
    }

    /** Does it, and says of every row what became of it; a row that changed since it was seen is left alone. */
    public List<Line> apply(Actor actor, Verb verb, List<Pick> picks, @Nullable String to) {
        List<Line> lines = new ArrayList<>();
        for (Pick pick : picks) {
            Line line = foresee(actor, verb, pick, to);
            lines.add(line.changes() ? act(actor, verb, line, to) : line);
        }
        return lines;
    }

    /** Puts rows back into the hands they were in, with the rights of who asks; rows that went on since then stay as they are. */
    public int undo(Actor actor, List<Pick> picks, List<String> before) {
        int undone = 0;
        for (int i = 0; i < picks.size(); i++) {
            try {
                restore(actor, picks.get(i), before.get(i));
                undone++;
            } catch (Problem left) {
                // the row went on without them: what is undone is counted and said
                continue;
            }
        }
        return undone;
    }

    private void restore(Actor actor, Pick pick, String before) {
        if (before.isEmpty()) {
            desk.release(actor, pick.id(), pick.version());
        } else if (before.equals(actor.username())) {
            desk.claim(actor, pick.id(), pick.version());
        } else {
            desk.assign(actor, pick.id(), before, pick.version());
        }
    }

    private Line act(Actor actor, Verb verb, Line line, @Nullable String to) {
        try {
            switch (verb) {
                case CLAIM -> desk.claim(actor, line.pick().id(), line.pick().version());
                case RELEASE -> desk.release(actor, line.pick().id(), line.pick().version());
                case ASSIGN -> desk.assign(actor, line.pick().id(), String.valueOf(to), line.pick().version());
            }
            return line;
        } catch (Problem problem) {
            return left(line.pick(), line.task(), problem.key(), problem.args());
        }
    }

    private Line foresee(Actor actor, Verb verb, Pick pick, @Nullable String to) {
        Optional<OpenTask> found = work.find(pick.id());
        if (found.isEmpty()) {
            return left(pick, null, "worklist.problem.gone", List.of());
        }
        OpenTask task = found.get();
        if (!TaskRules.maySee(actor, task)) {
            return left(pick, null, "worklist.problem.notYours", List.of());
        }
        if (task.version() != pick.version()) {
            return left(pick, task, "worklist.problem.changed", List.of());
        }
        return refusal(actor, verb, task, to).map(problem -> left(pick, task, problem.key(), problem.args()))
                .orElseGet(() -> new Line(pick, task, task.assignee(), null, List.of()));
    }

    private Optional<Problem> refusal(Actor actor, Verb verb, OpenTask task, @Nullable String to) {
        TaskRights rights = desk.rights(actor, task);
        return switch (verb) {
            case CLAIM -> rights.claim() ? Optional.empty() : Optional.of(task.assignee() == null ? Problem.forbidden("worklist.problem.notOffered")
                    : task.assignee().equals(actor.username()) ? Problem.conflict("worklist.problem.alreadyYours")
                            : Problem.conflict("worklist.problem.takenBy", staff.name(task.assignee())));
            case RELEASE -> rights.release() ? Optional.empty() : Optional.of(task.assignee() == null ? Problem.conflict("worklist.problem.free")
                    : Problem.forbidden("worklist.problem.notHolder", staff.name(task.assignee())));
            case ASSIGN -> !rights.assign() ? Optional.of(Problem.forbidden("worklist.problem.mayNotAssign"))
                    : to == null || !staff.isCandidate(to, task) ? Optional.of(Problem.forbidden("worklist.problem.notCandidate",
                            to == null ? "" : staff.name(to)))
                    : to.equals(task.assignee()) ? Optional.of(Problem.conflict("worklist.problem.hasIt", staff.name(to))) : Optional.empty();
        };
    }

    private static Line left(Pick pick, @Nullable OpenTask task, String problem, List<Object> args) {
        return new Line(pick, task, task == null ? null : task.assignee(), problem, args);
    }
}
