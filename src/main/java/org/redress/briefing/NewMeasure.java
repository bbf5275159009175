package org.redress.briefing;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/**
 * A measure as it is decided.
 *
 * @param sourceId id of the briefing or campaign
 * @param team     code of the team that carries it out; null for all
 * @param business null for all
 * @param text     what will be done, at most 2,000 characters
 * @param owner    username of who answers for it; null where nobody is named yet
 * @param dueOn    null where no date was set
 * @param baseline null where no figure shows its effect
 */
public record NewMeasure(MeasureSource source, long sourceId, @Nullable String team, @Nullable Business business, String text,
        @Nullable String owner, @Nullable LocalDate dueOn, @Nullable Baseline baseline) {
}
