package org.redress.studio;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.shared.Bilingual;

/**
 * Port: takes running cases from one version of a process to another. A case keeps its number, its people, what was typed and every due moment; the
 * ledgers of its clocks are not touched, and the engine's timers follow them.
 */
public interface CaseMigrations {

    /** Every version of a process that has running cases or is the newest; by process, the newest first. */
    List<Running> running();

    /** How the steps of both versions belong together. @throws org.redress.shared.Problem 404 when there is no such version */
    Plan plan(Route route);

    /** Instances that go with the filter, in the order of their ids, after one of them. */
    List<String> choose(Route route, MigrationFilter filter, String after, int limit);

    /** What would become of each; those that have ended meanwhile are missing. Some statements for all of them together. */
    List<Forecast> foresee(Route route, Collection<String> instances);

    /**
     * Moves one in the running transaction, with everything that tells where it stands. The case is locked until the end of the transaction.
     *
     * @param standing where it must still stand
     * @return where it stands now
     * @throws CannotMove when it may not be moved; the transaction must be rolled back
     */
    String move(Route route, String instance, String standing);

    /** Where instances stand now, to be compared; those that have ended are missing. */
    Map<String, String> standing(Collection<String> instances);

    /**
     * From which version of which process to which, and how.
     *
     * @param chosen step to step where a designer chose; what is the same in both is not in it
     */
    record Route(String process, int from, int to, Map<String, String> chosen) {

        public Route {
            chosen = Map.copyOf(chosen);
        }
    }

    /** @param tag version tag of the model, null without */
    record Running(String process, Bilingual name, int version, @Nullable String tag, Instant releasedAt, long cases, boolean newest) {
    }

    /**
     * @param equal    steps that are the same in both
     * @param open     other steps of the old version at which a case can stand, those where cases stand first
     * @param mistakes what the engine or the house says against it
     */
    record Plan(Map<String, String> equal, List<OpenStep> open, List<Mistake> mistakes) {
    }

    /**
     * A step of the old version that is not in the new one.
     *
     * @param standing how many cases stand there
     * @param chosen   where a designer lets it go, null for nowhere
     * @param proposed what looks like it in the new version, null for nothing
     * @param choices  steps of the new version of the same kind
     */
    record OpenStep(String id, String kind, Bilingual name, long standing, @Nullable String chosen, @Nullable String proposed, List<Choice> choices) {
    }

    record Choice(String id, Bilingual name) {
    }

    /** @param element of the old version, empty for the whole plan */
    record Mistake(String element, Bilingual name, Why why) {
    }

    /** A sentence of the messages and what it names. */
    record Why(String key, List<Bilingual> args) {

        public Why {
            args = List.copyOf(args);
        }

        public static Why of(String key, Bilingual... args) {
            return new Why(key, List.of(args));
        }
    }

    /**
     * What would become of one instance.
     *
     * @param label    number of the case, or what the process is about
     * @param standing where it stands now, to be compared
     * @param why      why it cannot be moved; null when it can
     */
    record Forecast(String instance, String label, String standing, List<Step> steps, List<ClockMove> clocks, @Nullable Why why) {
    }

    /**
     * A step at which it stands.
     *
     * @param to      null when it has none in the new version
     * @param dueNow  of its task; null without a task
     */
    record Step(String from, Bilingual name, @Nullable String to, @Nullable Bilingual toName, Work work, @Nullable Instant dueNow, @Nullable Instant dueThen) {
    }

    /** What becomes of the task of a step. */
    enum Work {
        /** the process waits there, nobody works */ NONE,
        /** the same task in the same hands */ KEPT,
        /** kept, with another form */ OTHER_FORM,
        /** kept, and offered to other people */ OFFERED_ANEW
    }

    /**
     * A clock that runs or is paused. Its due moment is its ledger's, before and after.
     *
     * @param next     the next level of its ladder, null at the top and while it is paused
     * @param stepNow  when that is taken; null as above
     * @param stepThen null also when the new version has no timer for it: then the case cannot be moved
     */
    record ClockMove(ClockKind clock, boolean paused, Instant dueNow, Instant dueThen, @Nullable Integer next, @Nullable Instant stepNow, @Nullable Instant stepThen) {
    }

    /** The case stays as it is. */
    final class CannotMove extends RuntimeException {

        private final boolean moved;
        private final transient Why why;

        /** @param moved whether it only moved meanwhile, so that another look may help */
        public CannotMove(boolean moved, Why why) {
            super(why.key());
            this.moved = moved;
            this.why = why;
        }

        public boolean moved() {
            return moved;
        }

        public Why why() {
            return why;
        }
    }
}
