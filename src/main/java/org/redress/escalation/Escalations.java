package org.redress.escalation;

import java.util.List;

import org.redress.deadline.ClockKind;

/** The ladder at work (升级督办). */
public interface Escalations {

    /** Takes the step of a clock that is due; nothing when none is, or when it was taken before. Called by the process. */
    void climb(long caseId, ClockKind clock);

    /**
     * Something happened that makes a case climb by itself.
     *
     * @param trigger a trigger of the ladder table
     * @param count   how often it has happened to the case
     */
    void raise(long caseId, String trigger, int count);

    /**
     * A manager orders supervision by hand (督办).
     *
     * @throws org.redress.shared.Problem 403 for others, 409 where an order waits for its answer, 422 without a reason
     */
    void order(String number, String reason);

    /** Says who is told of a step; called by the process. */
    void tell(long stepId);

    /**
     * The answer to a supervision order.
     *
     * @param action CONTINUE, REASSIGN or TAKE_OVER
     */
    void answered(long orderId, String action, String reason);

    /** The case ended: what nobody answered lapses. @return whether anything did */
    boolean caseEnded(long caseId);

    /**
     * "I have seen it and see to it": two managers do not act twice.
     *
     * @throws org.redress.shared.Problem 409 naming who was faster, 403 for a case the person may not see
     */
    void acknowledge(long stepId);

    /** Steps taken for a case, newest first; the person may see the case (403). */
    List<LadderStepRow> steps(String number);
}
