package org.redress.process;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.callback.HalfDay;
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
            return HalfDay.of(now, calendar).next(calendar);
        }
        if (!chosen.isAfter(now)) {
            throw Problem.invalid("retryAt", "process.problem.retryPassed");
        }
        return chosen;
    }
}
