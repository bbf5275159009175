package org.redress.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which a clock ran.
 *
 * @param to null while it still runs
 */
public record Run(Instant from, @Nullable Instant to) {

    Instant endOr(Instant now) {
        return to == null ? now : to;
    }
}
