package org.redress.callback;

import org.jspecify.annotations.Nullable;

/** Port to the process of a follow-up call. Joins the running transaction. */
public interface CallWorkflow {

    /** @param agent the named person who calls a VIP customer, null for anybody */
    void start(long callId, String jobId, @Nullable String agent);
}
