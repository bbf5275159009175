package org.redress.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.WorkingCalendar;
import org.redress.shared.Problem;
import org.springframework.stereotype.Component;

/** When a customer who was not reached is called again: on another half-day (domain, section 4). */
@Component
class RetryMoment {

    private final WorkingCalendar calendar;
    private final Clock clock;

    RetryMoment(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param chosen what the agent agreed with the household, null for the start of the next working half-day
     * @throws Problem 422 when the chosen moment has passed
     */
    Instant chosenOrNext(@Nullable Instant chosen) {
        Instant now = clock.instant();
        if (chosen == null) {
            return nextHalfDay(now);
        }
        if (!chosen.isAfter(now)) {
            throw Problem.invalid("retryAt", "process.problem.retryPassed");
        }
        return chosen;
    }

    private Instant nextHalfDay(Instant now) {
        ZonedDateTime local = now.atZone(calendar.zone());
        boolean morning = local.toLocalTime().isBefore(LocalTime.NOON);
        ZonedDateTime turn = morning ? local.with(LocalTime.NOON) : local.toLocalDate().plusDays(1).atStartOfDay(calendar.zone());
        return calendar.nextWorking(turn.toInstant());
    }
}
