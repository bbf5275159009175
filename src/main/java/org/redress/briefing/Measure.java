package org.redress.briefing;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/**
 * A measure (整改措施) and what became of it. Fields as in {@link NewMeasure}.
 *
 * @param result what came of it, or why it was dropped; null while it is open
 */
public record Measure(long id, MeasureSource source, long sourceId, @Nullable String team, @Nullable Business business, String text,
        @Nullable String owner, String decidedBy, Instant decidedAt, @Nullable LocalDate dueOn, MeasureState state,
        @Nullable String result, @Nullable String endedBy, @Nullable Instant endedAt, @Nullable Baseline baseline) {
}
