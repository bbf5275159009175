package org.redress.figure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Length of a period that is reported on (统计周期). Days are those of the company's zone; a week begins on Monday. */
public enum PeriodKind {
    WEEK, MONTH, QUARTER, YEAR;

    /** The first day of the period that the day lies in. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day after the period that begins on the given day. */
    public LocalDate end(LocalDate from) {
        return plus(from, 1);
    }

    /** The first day of the period so many periods later; earlier where negative. */
    public LocalDate plus(LocalDate from, int periods) {
        return switch (this) {
            case WEEK -> from.plusWeeks(periods);
            case MONTH -> from.plusMonths(periods);
            case QUARTER -> from.plusMonths(3L * periods);
            case YEAR -> from.plusYears(periods);
        };
    }

    /**
     * Where the same period began a year before (同期). A week has no same dates: it is the one 52 weeks before, so that weekdays and the
     * number of days agree.
     */
    public LocalDate yearBefore(LocalDate from) {
        return this == WEEK ? from.minusWeeks(52) : from.minusYears(1);
    }
}
