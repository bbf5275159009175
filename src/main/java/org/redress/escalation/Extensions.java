package org.redress.escalation;

import org.redress.complaint.MoreTime;

/** More time for a case (延期): once, asked before it is due, decided by a manager. */
public interface Extensions extends MoreTime {

    /** Notes the decision; called by the process, which then grants or refuses. @param decision APPROVE or REFUSE */
    void decided(long requestId, String decision, String reason);

    void grant(long requestId);

    void refuse(long requestId);
}
