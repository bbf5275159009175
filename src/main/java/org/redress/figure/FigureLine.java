package org.redress.figure;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * A figure of one value of a dimension.
 *
 * @param code       the value of the dimension; first day of a period ("2026-03-01"); "" for the total; {@link Dimension#NONE} where rows do not say
 * @param yearBefore the same days a year before; null when nothing is known of then
 */
public record FigureLine(String code, Bilingual name, FigureValue value, @Nullable FigureValue yearBefore) {
}
