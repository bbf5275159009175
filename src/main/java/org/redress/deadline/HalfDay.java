package org.redress.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Morning or afternoon of a day (半天): attempts count once in each, and the next one is made in another. */
public record HalfDay(LocalDate date, boolean morning) {

    public static HalfDay of(Instant moment, WorkingCalendar calendar) {
        ZonedDateTime local = moment.atZone(calendar.zone());
        return new HalfDay(local.toLocalDate(), local.toLocalTime().isBefore(LocalTime.NOON));
    }

    /** When work begins in the next half-day that works. */
    public Instant next(WorkingCalendar calendar) {
        ZonedDateTime turn = morning ? date.atTime(LocalTime.NOON).atZone(calendar.zone()) : date.plusDays(1).atStartOfDay(calendar.zone());
        return calendar.nextWorking(turn.toInstant());
    }
}
