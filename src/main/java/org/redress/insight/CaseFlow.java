package org.redress.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Severity;

/**
 * What the path of one case says about the steps it passed.
 *
 * @param visits  those that have ended
 * @param variant the steps in their order, null while the case is open
 * @param endedAt when it left the last one, null while the case is open
 */
record CaseFlow(Head head, List<StepVisit> visits, @Nullable List<String> variant, @Nullable Instant endedAt) {

    private static final String STEP = "userTask_";

    /** The case as it is now. @param team null before any team has it @param late whether its resolution clock or its promise was broken */
    record Head(long id, @Nullable String team, String severity, @Nullable String business, boolean open, boolean late) {
    }

    /**
     * A visit as the path has it.
     *
     * @param leftAt null while the case stands there
     * @param end    how it ended as a task, null where it was none
     */
    record Passed(long pathId, String definitionId, String elementId, Instant enteredAt, @Nullable Instant leftAt, boolean broken, @Nullable End end) {
    }

    /** @param claimedAt when the one who ended it took it, null where nobody had it @param waiting whether its clock stood still */
    record End(@Nullable String team, String severity, @Nullable Instant claimedAt, Instant dueAt, boolean waiting) {
    }

    /**
     * A visit that has ended, in numbers.
     *
     * @param team     the team of the case when it ended; before any team had the case, the first that got it; "" for none
     * @param work     working minutes from the moment when it was taken in hand
     * @param waited   working minutes until then, all of them where the step is one of waiting
     * @param late     null where it had no due moment
     * @param backFrom the step from which the case came back to one where it had been, null otherwise
     */
    record StepVisit(long pathId, String definitionId, String elementId, Instant leftAt, String team, String severity, String business,
            boolean broken, int work, int waited, @Nullable Boolean late, @Nullable String backFrom) {

        int bucket() {
            return broken ? WorkLengths.BROKEN : WorkLengths.bucket(work);
        }
    }

    /** @param path visits of steps in the order in which they began */
    static CaseFlow of(Head head, List<Passed> path, Hours hours) {
        List<String> teams = teams(head, path);
        Order order = new Order();
        List<StepVisit> visits = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        Instant last = null;
        boolean stands = false;
        for (int i = 0; i < path.size(); i++) {
            Passed passed = path.get(i);
            String backFrom = order.next(passed.elementId());
            if (passed.elementId().startsWith(STEP)) {
                steps.add(passed.elementId());
            }
            Instant left = passed.leftAt();
            if (left == null) {
                stands = true;
                continue;
            }
            last = last == null || left.isAfter(last) ? left : last;
            visits.add(visit(head, passed, left, teams.get(i), backFrom, hours));
        }
        boolean ended = !head.open() && !stands && !steps.isEmpty();
        return new CaseFlow(head, visits, ended ? List.copyOf(steps) : null, ended ? last : null);
    }

    private static StepVisit visit(Head head, Passed passed, Instant left, String team, @Nullable String backFrom, Hours hours) {
        End end = passed.end();
        String severity = end == null ? head.severity() : end.severity();
        boolean around = Severity.valueOf(severity).aroundTheClock();
        boolean waits = waits(passed.elementId());
        Instant taken = waits ? left : taken(passed, left, end);
        long entered = hours.minutes(passed.enteredAt(), around);
        long inHand = hours.minutes(taken, around);
        Boolean late = end == null || end.waiting() || waits ? null : (Boolean) left.isAfter(end.dueAt());
        return new StepVisit(passed.pathId(), passed.definitionId(), passed.elementId(), left, team, severity,
                Objects.requireNonNullElse(head.business(), ""), passed.broken(), (int) (hours.minutes(left, around) - inHand), (int) (inHand - entered),
                passed.broken() ? null : late, backFrom);
    }

    /** What is not known to have waited was worked on. */
    private static Instant taken(Passed passed, Instant left, @Nullable End end) {
        if (end == null) {
            return passed.enteredAt();
        }
        Instant claimed = end.claimedAt();
        if (claimed == null || claimed.isAfter(left)) {
            return left;
        }
        return claimed.isBefore(passed.enteredAt()) ? passed.enteredAt() : claimed;
    }

    private static boolean waits(String elementId) {
        return !elementId.startsWith(STEP) || Stage.of(elementId).filter(Stage.WAITING::equals).isPresent();
    }

    /** The team of each visit; one before any team is the first team's. */
    private static List<String> teams(Head head, List<Passed> path) {
        List<String> teams = new ArrayList<>();
        String next = Objects.requireNonNullElse(head.team(), "");
        for (int i = path.size() - 1; i >= 0; i--) {
            End end = path.get(i).end();
            next = end != null && end.team() != null ? end.team() : next;
            teams.add(0, next);
        }
        return teams;
    }

    /** Which visit is one of coming back. Going on where only waiting lay between is none. */
    private static final class Order {

        private final Set<String> seen = new HashSet<>();
        private @Nullable String before;
        private boolean waited;

        @Nullable String next(String elementId) {
            if (waits(elementId)) {
                waited = true;
                return null;
            }
            boolean goesOn = waited && elementId.equals(before);
            String from = seen.contains(elementId) && !goesOn ? before : null;
            seen.add(elementId);
            before = elementId;
            waited = false;
            return from;
        }
    }
}
