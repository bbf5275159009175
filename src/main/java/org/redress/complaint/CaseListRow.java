package org.redress.complaint;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;

/**
 * A case as a list shows it.
 *
 * @param clock    the clock that is due next, null when none runs
 * @param paused   whether that clock stands still
 * @param flags    only what is true: REPEAT, OUTSIDE, VIP, SAFETY, MEDIA, REOPENED
 */
public record CaseListRow(long id, String number, CaseState state, Severity severity, Channel channel, Instant receivedAt,
        @Nullable String complainant, @Nullable String place, String summary, @Nullable String category, @Nullable String team,
        @Nullable String owner, @Nullable String handler, List<String> flags, @Nullable ClockKind clock, @Nullable Instant dueAt,
        @Nullable Instant pausedSince) {

    public boolean paused() {
        return pausedSince != null;
    }
}
