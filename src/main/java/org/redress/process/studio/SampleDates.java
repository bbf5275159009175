package org.redress.process.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

import org.redress.deadline.WorkingCalendar;

/** Three days on which a timer shows what it is worth: an ordinary one, the eve of the longest holiday, and the change of the clocks or of the year. */
final class SampleDates {

    private static final int YEAR = 366;

    private SampleDates() {
    }

    /** A moment at which a timer begins. @param name of the day, part of a message key */
    record Sample(String name, Instant at) {
    }

    static List<Sample> of(WorkingCalendar calendar, Instant now) {
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        return List.of(new Sample("ordinary", ordinary(calendar, today)), new Sample("eve", eve(calendar, today)), turn(calendar, now));
    }

    /** An hour into the first day that is followed by another working day. */
    private static Instant ordinary(WorkingCalendar calendar, LocalDate today) {
        LocalDate day = today.plusDays(1);
        for (int i = 0; i < YEAR && !(calendar.isWorkingDay(day) && calendar.isWorkingDay(day.plusDays(1))); i++) {
            day = day.plusDays(1);
        }
        return calendar.plusWorking(calendar.nextWorking(day.atStartOfDay(calendar.zone()).toInstant()), Duration.ofHours(1));
    }

    private static Instant eve(WorkingCalendar calendar, LocalDate today) {
        LocalDate lastOfLongest = today.plusDays(1);
        int longest = 0;
        int idle = 0;
        for (LocalDate day = today.plusDays(1); day.isBefore(today.plusDays(YEAR)); day = day.plusDays(1)) {
            idle = calendar.isWorkingDay(day) ? 0 : idle + 1;
            if (idle > longest) {
                longest = idle;
                lastOfLongest = day;
            }
        }
        return calendar.lastWorking(lastOfLongest.minusDays(longest).plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }

    private static Sample turn(WorkingCalendar calendar, Instant now) {
        ZoneOffsetTransition change = calendar.zone().getRules().nextTransition(now);
        if (change != null && change.getInstant().isBefore(now.plus(Duration.ofDays(YEAR)))) {
            return new Sample("clocksChange", change.getInstant().minus(Duration.ofHours(1)));
        }
        ZonedDateTime local = now.atZone(calendar.zone());
        return new Sample("yearEnds", LocalDate.of(local.getYear(), 12, 31).atTime(23, 0).atZone(calendar.zone()).toInstant());
    }
}
