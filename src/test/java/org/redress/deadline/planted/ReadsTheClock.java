package org.redress.deadline.planted;

import java.time.Instant;
import org.junit.jupiter.api.Assertions;

/** Breaks both rules of {@code DeadlineArchitectureTest} on purpose, so that they are seen to fail. */
class ReadsTheClock {

    Instant now() {
        Assertions.assertTrue(true);
        return Instant.now();
    }
}
