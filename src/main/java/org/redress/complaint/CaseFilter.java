package org.redress.complaint;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Severity;

/**
 * What a list of cases is narrowed to; null or empty = not narrowed.
 *
 * @param query        words, digits of a phone, an account, a case number
 * @param overdue      true: a clock runs past its due moment now
 * @param receivedFrom inclusive
 * @param receivedTo   exclusive
 */
public record CaseFilter(@Nullable String query, Set<CaseState> states, @Nullable String team, @Nullable Severity severity,
        @Nullable Channel channel, boolean overdue, @Nullable Instant receivedFrom, @Nullable Instant receivedTo) {

    public static final CaseFilter NONE = new CaseFilter(null, Set.of(), null, null, null, false, null, null);

    public CaseFilter {
        states = Set.copyOf(states);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
