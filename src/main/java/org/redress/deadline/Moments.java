package org.redress.deadline;

import java.time.Instant;

/** The earlier and the later of two moments. */
final class Moments {

    private Moments() {
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
