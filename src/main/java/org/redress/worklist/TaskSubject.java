package org.redress.worklist;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a task is about, as a list row shows it.
 *
 * @param id       id of the case or call in its own module
 * @param label    case number or job number
 * @param severity S1 to S4, null for calls
 * @param caseTeam responsible team of the case, null before there is one
 * @param flags    only what is true: REPEAT, OUTSIDE, VIP, SAFETY, MEDIA, REOPENED
 */
public record TaskSubject(TaskKind kind, long id, String label, @Nullable String severity, @Nullable String channel,
        @Nullable String caseTeam, @Nullable String customer, @Nullable String place, @Nullable String summary, Set<String> flags) {
}
