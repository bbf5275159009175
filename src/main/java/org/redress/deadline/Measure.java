package org.redress.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a clock counts time: working time of a calendar for business budgets, wall-clock time for all others.
 *
 * @param calendar null for wall-clock time
 */
record Measure(@Nullable WorkingCalendar calendar) {

    static Measure of(@Nullable Budget budget, WorkingCalendar calendar) {
        return new Measure(budget != null && budget.unit().business() ? calendar : null);
    }

    Duration between(Instant from, Instant to) {
        return calendar == null ? Duration.between(from, to) : calendar.workingTime(from, to);
    }

    Instant plus(Instant from, Duration time) {
        return calendar == null ? from.plus(time) : calendar.plusWorking(from, time);
    }

    List<SpecialDay> specialDays(Instant from, Instant to) {
        return calendar == null ? List.of() : calendar.specialDaysBetween(from, to);
    }

    List<Suspension> suspensions(Instant from, Instant to) {
        return calendar == null ? List.of() : calendar.suspensionsBetween(from, to);
    }
}
