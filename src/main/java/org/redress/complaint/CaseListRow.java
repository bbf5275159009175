package org.redress.complaint;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Severity;

/**
 * A case as a list shows it.
 *
 * @param flags  only what is true: REPEAT, OUTSIDE, VIP, SAFETY, MEDIA, REOPENED
 * @param clocks every clock it ever had
 */
public record CaseListRow(long id, String number, int version, CaseState state, Severity severity, @Nullable String severityRule,
        Channel channel, Instant receivedAt, @Nullable String complainant, @Nullable String place, String summary,
        @Nullable String category, @Nullable String team, @Nullable String owner, @Nullable String handler, int reopenCount,
        int handOverCount, @Nullable Verdict verdict, List<Remedy> remedies, List<String> flags, List<ClockRow> clocks) {

    /** The clock that is due next; empty when none runs. */
    public Optional<ClockRow> next() {
        return clocks.stream().filter(clock -> !clock.state().stopped()).min(Comparator.comparing(ClockRow::dueAt));
    }
}
