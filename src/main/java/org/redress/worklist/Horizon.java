package org.redress.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.redress.deadline.WorkingCalendar;

/**
 * The moments that part the groups of a list.
 *
 * @param today end of the day
 * @param soon  end of the next working day
 */
record Horizon(Instant now, Instant today, Instant soon) {

    static Horizon of(Instant now, WorkingCalendar calendar) {
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        LocalDate next = today.plusDays(1);
        while (calendar.slots(next).isEmpty()) {
            next = next.plusDays(1);
        }
        return new Horizon(now, startOf(today.plusDays(1), calendar), startOf(next.plusDays(1), calendar));
    }

    WorkGroup groupOf(OpenTask task) {
        if (task.waiting()) {
            return WorkGroup.WAITING;
        }
        if (!task.criticalAt().isAfter(now)) {
            return WorkGroup.CRITICAL;
        }
        if (!task.dueAt().isAfter(now)) {
            return WorkGroup.OVERDUE;
        }
        if (task.dueAt().isBefore(today)) {
            return WorkGroup.TODAY;
        }
        return task.dueAt().isBefore(soon) ? WorkGroup.SOON : WorkGroup.LATER;
    }

    private static Instant startOf(LocalDate date, WorkingCalendar calendar) {
        return date.atStartOfDay(calendar.zone()).toInstant();
    }
}
