package org.redress.figure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a figure is asked of.
 *
 * @param from first day, in the company's zone
 * @param to   first day that no longer belongs to it
 * @param only the dimensions that are narrowed to one code; PERIOD is no narrowing, the days are
 */
public record FigureQuery(LocalDate from, LocalDate to, Map<Dimension, String> only) {

    public FigureQuery {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins: " + from + " " + to);
        }
        EnumMap<Dimension, String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(only);
        if (copy.containsKey(Dimension.PERIOD)) {
            throw new IllegalArgumentException("a period is narrowed by its days");
        }
        only = Collections.unmodifiableMap(copy);
    }

    public FigureQuery(LocalDate from, LocalDate to) {
        this(from, to, Map.of());
    }

    public static FigureQuery of(PeriodKind kind, LocalDate from) {
        return new FigureQuery(from, kind.end(from));
    }

    public FigureQuery with(Dimension dimension, String code) {
        EnumMap<Dimension, String> more = new EnumMap<>(Dimension.class);
        more.putAll(only);
        more.put(dimension, code);
        return new FigureQuery(from, to, more);
    }

    public FigureQuery at(LocalDate otherFrom, LocalDate otherTo) {
        return new FigureQuery(otherFrom, otherTo, only);
    }

    /** The same days a year before; whole weeks move by 52 weeks, so that weekdays agree. */
    public FigureQuery yearBefore() {
        boolean weeks = PeriodKind.WEEK.start(from).equals(from) && from.plusWeeks(1).equals(to);
        return weeks ? at(from.minusWeeks(52), to.minusWeeks(52)) : at(from.minusYears(1), to.minusYears(1));
    }
}
