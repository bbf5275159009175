package org.redress.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signs in with (账号).
 *
 * @param lockedUntil null unless too many wrong passwords came in a row
 * @param language    language tag last chosen, null when never chosen
 */
public record Account(String username, String passwordHash, boolean enabled, @Nullable Instant lockedUntil, @Nullable String language,
        int version) {

    /** Whether too many wrong passwords came in a row not long ago. */
    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    @Override
    public String toString() {
        return "Account " + username; // no hash in a log
    }
}
