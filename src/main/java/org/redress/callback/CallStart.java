package org.redress.callback;

import org.jspecify.annotations.Nullable;
import org.redress.callback.FollowUpCalls.CallRecord;
import org.redress.worklist.TaskSubject;

/**
 * A call that is about to be put on the list, with what the list shows of it: who starts thousands must not look up each.
 *
 * @param agent the named person who calls this customer, null for anybody
 */
public record CallStart(CallRecord call, TaskSubject subject, @Nullable String agent) {
}
