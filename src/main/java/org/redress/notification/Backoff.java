package org.redress.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits that double with each failure up to a limit, shortened by chance to between half and the whole, so that what failed together is not tried together. */
record Backoff(Duration first, RandomGenerator random) {

    private static final int DOUBLINGS = 20;

    /** @param failures so far, 1 or more */
    Duration after(int failures, Duration longest) {
        long full = first.toMillis() << Math.min(failures - 1, DOUBLINGS);
        long limited = Math.min(full, longest.toMillis());
        return Duration.ofMillis(limited / 2 + random.nextLong(limited / 2 + 1));
    }
}
