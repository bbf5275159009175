package org.redress.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.deadline.HalfDay;
import org.redress.shared.Problem;
import org.springframework.stereotype.Component;

/** When a customer who was not reached is called again: on another half-day (domain, section 4). */
@Component
class RetryMoment {

    /** As long as a follow-up call makes sense; a year mistyped must not hide a case. */
    private static final Duration FARTHEST = Duration.ofDays(14);

    private final Calendars calendars;
    private final Clock clock;

    RetryMoment(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param chosen what the agent agreed with the household, null for the start of the next working half-day
     * @throws Problem 422 when the chosen moment has passed or is more than 14 days away
     */
    Instant chosenOrNext(@Nullable Instant chosen) {
        Instant now = clock.instant();
        if (chosen == null) {
            return HalfDay.of(now, calendars.current()).next(calendars.current());
        }
        if (!chosen.isAfter(now)) {
            throw Problem.invalid("retryAt", "process.problem.retryPassed");
        }
        if (chosen.isAfter(now.plus(FARTHEST))) {
            throw Problem.invalid("retryAt", "process.problem.retryTooFar", FARTHEST.toDays());
        }
        return chosen;
    }
}
