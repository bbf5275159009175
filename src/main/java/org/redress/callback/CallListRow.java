package org.redress.callback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;
import org.redress.shared.Cursor;

/**
 * One call of the list.
 *
 * @param mine     the reader holds it already
 * @param attempts half-days in which somebody tried
 * @param retryAt  from when it may be tried again: the promised time where there is one; null for a first try
 * @param overdue  the promised time has passed and nobody called
 * @param campaign name of the thematic campaign it belongs to (专题回访), null for the daily programme
 * @param place    of the row in its group
 */
public record CallListRow(String taskId, int version, boolean mine, CallGroup group, String jobId, String customerName, boolean vip,
        Business business, Instant doneAt, Instant windowEndsAt, int attempts, @Nullable Instant retryAt, boolean overdue,
        @Nullable String campaign,
        Cursor place) {
}
