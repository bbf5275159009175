package org.redress.callback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;

import org.redress.deadline.Calendars;
import org.redress.deadline.WorkingCalendar;
import org.redress.organisation.Absence;
import org.redress.organisation.Absences;
import org.springframework.stereotype.Component;

/**
 * How many calls one agent makes (CB-05): so many in a month, spread over its working time; who is away for a part of it makes so many
 * less.
 */
@Component
public class CallCapacity {

    private final CallSettings settings;
    private final Calendars calendars;
    private final Absences absences;

    CallCapacity(CallSettings settings, Calendars calendars, Absences absences) {
        this.settings = settings;
        this.calendars = calendars;
        this.absences = absences;
    }

    /** From the least to the most that people are known to make. */
    public record Calls(int least, int most) {

        static final Calls NONE = new Calls(0, 0);

        public Calls plus(Calls other) {
            return new Calls(least + other.least, most + other.most);
        }
    }

    /** @param from first day; @param to first day no longer wanted, in the same month or the first of the next */
    public Calls of(String agent, LocalDate from, LocalDate to) {
        YearMonth month = YearMonth.from(from);
        WorkingCalendar calendar = calendars.current();
        Absence absence = absences.of(agent);
        long whole = 0;
        long there = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            boolean wanted = !day.isBefore(from) && day.isBefore(to);
            long morning = minutes(calendar, day, LocalTime.MIN, day.atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant());
            long afternoon = minutes(calendar, day, LocalTime.NOON, day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
            whole += morning + afternoon;
            there += wanted && !absence.coversMorning(day) ? morning : 0;
            there += wanted && !absence.coversAfternoon(day) ? afternoon : 0;
        }
        return whole == 0 ? Calls.NONE : new Calls(share(settings.leastCalls(), there, whole), share(settings.mostCalls(), there, whole));
    }

    private static long minutes(WorkingCalendar calendar, LocalDate day, LocalTime from, Instant to) {
        return calendar.workingTime(day.atTime(from).atZone(calendar.zone()).toInstant(), to).toMinutes();
    }

    private static int share(int calls, long part, long whole) {
        return (int) Math.round((double) calls * part / whole);
    }
}
