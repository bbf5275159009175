package org.redress.studio;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One case of a migration.
 *
 * @param place    its place in the migration, from 1
 * @param forecast what was foreseen
 * @param why      why it was not moved; null when it was, or can be
 * @param after    where it stood once it had been moved, to be compared
 */
public record MigrationCase(int place, CaseMigrations.Forecast forecast, CaseOutcome outcome, CaseMigrations.@Nullable Why why, boolean canary,
        @Nullable String after, @Nullable Instant movedAt) {
}
