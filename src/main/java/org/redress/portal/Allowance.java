package org.redress.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So much in so long for each key, spread evenly: for every key only the moment is kept at which its use would be paid off (a leaky
 * bucket). Of many keys the one used longest ago is forgotten first.
 */
final class Allowance {

    private static final int MOST_KEYS = 50_000;

    private final Clock clock;
    private final Duration per;
    private final Duration each;
    private final Map<String, Instant> paidOff = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_KEYS;
        }
    };

    Allowance(int most, Duration per, Clock clock) {
        this.clock = clock;
        this.per = per;
        this.each = per.dividedBy(most);
    }

    /** @throws TooManyTries and takes nothing when the key has used up what it may */
    synchronized void take(String key) {
        Instant next = after(key);
        refuseBeyond(next);
        paidOff.put(key, next);
    }

    /** As {@link #take}, but takes nothing. */
    synchronized void look(String key) {
        refuseBeyond(after(key));
    }

    synchronized void forget() {
        paidOff.clear();
    }

    private Instant after(String key) {
        Instant now = clock.instant();
        Instant used = paidOff.getOrDefault(key, now);
        // nobody is let further ahead than this, so the clock was set back
        boolean impossible = used.isAfter(now.plus(per));
        return (used.isAfter(now) && !impossible ? used : now).plus(each);
    }

    private void refuseBeyond(Instant next) {
        Duration over = Duration.between(clock.instant().plus(per), next);
        if (over.compareTo(Duration.ZERO) > 0) {
            throw new TooManyTries(over);
        }
    }
}
