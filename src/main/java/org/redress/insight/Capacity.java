package org.redress.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.redress.organisation.Absence;
import org.redress.organisation.Absences;
import org.springframework.stereotype.Component;

/** How long somebody works on a day: the calendar's hours without the halves they are away. */
@Component
class Capacity {

    private final Hours hours;
    private final Absences absences;

    Capacity(Hours hours, Absences absences) {
        this.hours = hours;
        this.absences = absences;
    }

    /** Working minutes; of today only those that are left. */
    int minutes(String username, LocalDate day) {
        Absence absence = absences.of(username);
        Instant noon = day.atTime(LocalTime.NOON).atZone(hours.zone()).toInstant();
        long morning = absence.coversMorning(day) ? 0 : left(hours.startOf(day), noon);
        long afternoon = absence.coversAfternoon(day) ? 0 : left(noon, hours.startOf(day.plusDays(1)));
        return (int) (morning + afternoon);
    }

    boolean away(String username, LocalDate day) {
        return absences.of(username).covers(day);
    }

    private long left(Instant from, Instant to) {
        Instant start = from.isBefore(hours.now()) ? hours.now() : from;
        return start.isBefore(to) ? hours.calendar().workingTime(start, to).toMinutes() : 0;
    }
}
