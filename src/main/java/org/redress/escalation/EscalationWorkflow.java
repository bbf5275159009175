package org.redress.escalation;

/** Port to the processes {@code escalation} and {@code extension}. Every call joins the running transaction. */
public interface EscalationWorkflow {

    /** Starts the process of one step: who is named is told, a supervision order waits for its answer. @param orderId 0 for none */
    void stepTaken(long caseId, String number, long stepId, LadderAction action, long orderId);

    /** @param askedBy who must not decide on it */
    void extensionAsked(long caseId, String number, long requestId, String askedBy);

    /** The case goes to another team: its step at hand ends and the other team has to sign. */
    void transferred(long caseId, String number, String team);

    /** Clocks of the case have moved: timers and list rows follow. */
    void clocksMoved(long caseId);
}
