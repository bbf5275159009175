package org.redress.complaint;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.deadline.LadderStep;
import org.redress.deadline.Severity;

/**
 * What the ladder does to a case and asks of it (升级). Every act joins the running transaction, checks the state it leaves
 * ({@link org.redress.shared.Problem} 409), and writes ledger, timeline and audit line.
 */
public interface CaseLadder {

    /** Takes the step of a clock that is due. Empty when none is: the clock stopped, paused or moved meanwhile, or the ladder ends. */
    Optional<Climbed> climb(long caseId, ClockKind clock);

    /** When the ladder of a clock fires next; empty while it is paused or stopped, and at the top. */
    Optional<Instant> firesAt(long caseId, ClockKind clock);

    /** When the next step of a clock is due if it goes on as it does; the promise where there is no step. Never null: timers need a date. */
    Instant nextStep(long caseId, ClockKind clock);

    /** Whether the clock has a step left. */
    boolean climbsOn(long caseId, ClockKind clock);

    /** Eight weeks after receipt: the customer may turn to the outside body (外部申诉权) at the latest. */
    Instant outsideRightAt(long caseId);

    Standing standing(long caseId);

    /** Something other than a clock made the case climb. @param cause a trigger of the ladder table */
    void escalated(long caseId, String cause, int level, String action);

    /** A manager wants an answer (督办). */
    void supervised(long caseId, String reason);

    void supervisionAnswered(long caseId, String action, String reason);

    /**
     * Another team gets the case (改派): it signs anew, every other clock runs on.
     *
     * @throws org.redress.shared.Problem 409 unless a team has the case now; 422 when the team is unknown or has it already
     */
    void transfer(long caseId, String team, String reason);

    /**
     * More time is asked for (申请延期).
     *
     * @throws org.redress.shared.Problem 409 where the clocks allow none: S1, asked after due, a second time; 422 when {@code until} is
     *                                    not later than due or later than allowed
     */
    void askExtension(long caseId, Instant until, String reason);

    void extend(long caseId, Instant until, String reason);

    void refuseExtension(long caseId, String reason);

    /**
     * Writes what lists show of the clocks of a case anew from its ledgers.
     *
     * @return id of the case
     * @throws org.redress.shared.Problem 404 for an unknown number
     */
    long rewriteClocks(String number);

    /** The customer was told of the outside body. */
    void outsideBodyTold(long caseId);

    /**
     * A step that was taken.
     *
     * @param dueAt when it was to be taken
     */
    record Climbed(ClockKind clock, int round, LadderStep step, Instant dueAt) {
    }

    /**
     * Who stands where in a case.
     *
     * @param dissatisfied re-callbacks on which the customer said it was not solved
     * @param handOvers    hand-overs and returns together
     * @param place        where to go
     */
    record Standing(long caseId, String number, Severity severity, CaseState state, String summary, @Nullable String owner, @Nullable String team,
            @Nullable String handler, @Nullable String complainant, int dissatisfied, int handOvers, @Nullable String place) {
    }
}
