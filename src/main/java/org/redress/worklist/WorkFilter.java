package org.redress.worklist;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What narrows a list of work; null where a filter is off.
 *
 * @param team role or team it is offered to, or the responsible team of the case
 * @param groups none means all
 * @param flag one of {@link #FLAGS}
 * @param text part of the number, customer, place, summary or task name
 */
public record WorkFilter(@Nullable TaskKind kind, @Nullable String severity, @Nullable String team, @Nullable String channel,
        Set<WorkGroup> groups, @Nullable String flag, @Nullable String text) {

    /** Badges that a row can carry. */
    public static final Set<String> FLAGS = Set.of("REPEAT", "OUTSIDE", "MEDIA", "VIP", "SAFETY", "REOPENED");

    /** Ways a complaint can come in, as the case's module names them. */
    public static final List<String> CHANNELS = List.of("CALLBACK", "HOTLINE", "COUNTER", "WEB", "LETTER", "LEADERSHIP", "O12345", "O12315",
            "O12398", "O12300", "MEDIA");

    public static final WorkFilter NONE = new WorkFilter(null, null, null, null, Set.of(), null, null);

    public boolean isActive() {
        return !equals(NONE);
    }
}
