package org.redress.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Lengths of time that are looked at as one; weeks begin on Monday. */
public enum FlowPeriod {
    WEEK, MONTH, QUARTER, YEAR;

    /** The first day of the one that holds a day. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day after the one that starts on {@code start}; negative steps go back. */
    public LocalDate plus(LocalDate start, int periods) {
        return switch (this) {
            case WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
            case QUARTER -> start.plusMonths(3L * periods);
            case YEAR -> start.plusYears(periods);
        };
    }

    /** The same one a year before; of weeks the one 52 weeks before, so that it has the same days of the week. */
    public LocalDate yearBefore(LocalDate start) {
        return this == WEEK ? start.minusWeeks(52) : start.minusYears(1);
    }
}
