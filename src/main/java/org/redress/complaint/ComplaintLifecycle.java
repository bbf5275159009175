package org.redress.complaint;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.shared.Bilingual;
import org.redress.worklist.TaskSubject;

/**
 * The guarded state changes of a case, called by the process and by the forms of its steps. Each checks the state it leaves
 * ({@link org.redress.shared.Problem} 409 otherwise), writes facts, clock ledger, timeline and audit line, and tells open pages.
 */
public interface ComplaintLifecycle {

    /** The rules have spoken: severity with the rule that fired, team proposed or (direct) fixed. Starts the clocks. */
    void classify(long caseId, Severity severity, String rule, Bilingual reason, @Nullable String team, boolean direct);

    /** TRIAGE → ASSIGNED (派单). @param severity null keeps it; a change needs a reason */
    void assign(long caseId, String team, String category, @Nullable Severity severity, @Nullable String severityReason);

    /** TRIAGE → REJECTED (不受理). */
    void reject(long caseId, String reason);

    /** TRIAGE → MERGED (并案). @throws org.redress.shared.Problem 422 when the other case is unknown, has ended, or is itself */
    void merge(long caseId, String intoNumber, @Nullable String reason);

    /** TRIAGE → SETTLED_ON_CALL (当场办结). */
    void settle(long caseId, String reason);

    /** TRIAGE → REFERRED_OUT (转外部机构). */
    void referOut(long caseId, String reason);

    /** ASSIGNED → IN_PROGRESS (签收): the signer becomes the handler. */
    void sign(long caseId);

    /** ASSIGNED → TRIAGE (退单). */
    void returnToTriage(long caseId, String reason);

    /** IN_PROGRESS → RESOLVED. */
    void resolve(long caseId, Resolution resolution);

    /** RESOLVED → IN_PROGRESS: the reviewer wants more. */
    void rework(long caseId, String reason);

    /** RESOLVED → RECALL_DUE. */
    void accept(long caseId, Verdict verdict, LiableParty liableParty, boolean causedByService, @Nullable String reason);

    /** One attempt of the re-callback (再回访). Answers the half-days so far in which somebody tried. @param answer null when not reached */
    int recalled(long caseId, @Nullable RecallAnswer answer, @Nullable Instant retryAt);

    /** RECALL_DUE → CLOSED. @param outcome SOLVED or NOT_REACHED */
    void close(long caseId, String outcome);

    /** RECALL_DUE → ASSIGNED: not solved, same case, accumulated clock. */
    void reopenUnsolved(long caseId);

    /** WAITING → IN_PROGRESS, by the answer or when the limit is reached. @param answer null for the limit */
    void resume(long caseId, @Nullable String answer);

    /** Keeps what a form of a step carried, as typed. */
    void answered(long caseId, String taskKey, String answersJson);

    /** Takes the case into a specialist's hands for good (首问负责), where nobody has it. */
    void ownedBy(long caseId, String username);

    /**
     * A step that the company added to its process has a clock: it begins anew, unless it runs already.
     *
     * @throws IllegalArgumentException for a clock that the case carries from its first day
     */
    void startClock(long caseId, ClockKind clock);

    TaskSubject subject(long caseId);

    /** Due moments for a step; the promise where the step's own clock does not run. */
    Due due(long caseId, ClockKind clock);

    /** When waiting must end: at most 5 working days in all. */
    Instant waitingLimit(long caseId);

    /** People who handled or reviewed the case and must not make its re-callback. */
    Set<String> handlers(long caseId);

    /** The work of the case changed hands. @param username null when it was given back */
    void handledBy(long caseId, @Nullable String username);

    /** The specialist who owns it; empty until somebody took it. */
    Optional<String> owner(long caseId);

    /** The process entered or left an element: kept for the diagram. */
    void passed(java.util.List<PathStep> steps);

    record Due(Instant dueAt, Instant criticalAt, boolean paused) {
    }

    /** @param remedies names of {@link Remedy} */
    record Resolution(@Nullable Instant contactedCustomerAt, String customerStatement, String employeeStatement, String finding,
            Set<Remedy> remedies, java.math.@Nullable BigDecimal amount, String rootCause, String basisForResolution) {
    }

    record RecallAnswer(boolean solved, String scale, @Nullable String rating, @Nullable String dissatisfactionReason) {
    }

    /**
     * One visit of an element.
     *
     * @param instanceId the visit, unique
     * @param enteredAt  null when it was entered in an earlier transaction
     * @param leftAt     null while the process stands there
     * @param canceled   left by an interruption
     */
    record PathStep(long caseId, String definitionId, String instanceId, String elementId, @Nullable Instant enteredAt,
            @Nullable Instant leftAt, boolean canceled) {
    }
}
