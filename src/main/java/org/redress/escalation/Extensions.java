package org.redress.escalation;

import java.time.Instant;

/** More time for a case (延期): once, asked before it is due, decided by a manager. */
public interface Extensions {

    /**
     * @throws org.redress.shared.Problem 403 for who neither works on the case nor leads; 409 where a request waits or the clocks allow none;
     *                                    422 for a moment out of range or no reason
     */
    void ask(String number, Instant until, String reason);

    /** Notes the decision; called by the process, which then grants or refuses. @param decision APPROVE or REFUSE */
    void decided(long requestId, String decision, String reason);

    void grant(long requestId);

    void refuse(long requestId);
}
