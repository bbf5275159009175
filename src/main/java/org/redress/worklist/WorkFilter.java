package org.redress.worklist;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What narrows a list of work; null where a filter is off.
 *
 * @param team role or team it is offered to, or the responsible team of the case
 * @param flag one of {@link #FLAGS}
 * @param text part of the number, customer, place, summary or task name
 */
public record WorkFilter(@Nullable TaskKind kind, @Nullable String severity, @Nullable String team, @Nullable String channel,
        @Nullable WorkGroup group, @Nullable String flag, @Nullable String text) {

    /** Badges that a row can carry. */
    public static final Set<String> FLAGS = Set.of("REPEAT", "OUTSIDE", "MEDIA", "VIP", "SAFETY", "REOPENED");

    public static final WorkFilter NONE = new WorkFilter(null, null, null, null, null, null, null);

    public boolean isActive() {
        return !equals(NONE);
    }
}
