package org.redress.callback;

import java.util.List;

import org.redress.callback.FollowUpCalls.CallRecord;

/** Port to the process of a follow-up call. Joins the running transaction. */
public interface CallWorkflow {

    /** Starts the process of each of these calls, all in one go. */
    void start(List<CallStart> calls);

    /** The customer of these open calls does not want to be called: their processes end through {@link FollowUpCalls#declined}. */
    void declined(List<CallRecord> calls);
}
