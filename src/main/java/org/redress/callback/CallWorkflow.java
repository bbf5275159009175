package org.redress.callback;

import java.util.List;

/** Port to the process of a follow-up call. Joins the running transaction. */
public interface CallWorkflow {

    /** Starts the process of each of these calls, all in one go. */
    void start(List<CallStart> calls);
}
