package org.redress.callback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One try to reach the customer (拨打记录).
 *
 * @param retryAt   when to try again, null when reached
 * @param recording where the recording lies in the telephone system, null where nobody noted it
 */
public record CallAttempt(Instant at, String agent, boolean reached, @Nullable Instant retryAt, @Nullable String recording) {

    public CallAttempt(Instant at, String agent, boolean reached, @Nullable Instant retryAt) {
        this(at, agent, reached, retryAt, null);
    }
}
