package org.redress.callback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/**
 * One call of the list.
 *
 * @param mine     the reader holds it already
 * @param attempts half-days in which somebody tried
 */
public record CallListRow(String taskId, int version, boolean mine, CallGroup group, String jobId, String customerName, boolean vip,
        Business business, Instant doneAt, Instant windowEndsAt, int attempts, @Nullable Instant retryAt) {
}
