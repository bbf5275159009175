package org.redress.portal;

import java.time.Duration;
import java.util.List;

import org.redress.shared.Problem;

/** 429: more than one address, link or telephone may ask for in a while. */
public final class TooManyTries extends Problem {

    private static final int TOO_MANY_REQUESTS = 429;

    private final long seconds;

    TooManyTries(Duration wait) {
        super(TOO_MANY_REQUESTS, "portal.problem.tooMany", List.of(), List.of());
        seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** After how many seconds it can be tried again. */
    public long seconds() {
        return seconds;
    }
}
