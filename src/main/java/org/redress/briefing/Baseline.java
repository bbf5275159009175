package org.redress.briefing;

import java.time.LocalDate;

/**
 * The figure a measure shall move, as it stood when the measure was decided. Its later values are asked for with the same figure, team
 * and business over a later period.
 *
 * @param figure      name of a constant of the figures, such as "SATISFACTION_RATED"
 * @param denominator 0 when there was nothing to count
 * @param from        first day of the period it was counted over
 * @param to          the day after its last
 */
public record Baseline(String figure, long numerator, long denominator, LocalDate from, LocalDate to) {
}
