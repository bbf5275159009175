package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
class HalfDayTest {

    private final WorkingCalendar calendar = CalendarData.china();

    @ParameterizedTest
    @CsvSource({
            "2026-03-02T09:10, 2026-03-02T13:30", // Monday morning: the afternoon
            "2026-03-02T14:00, 2026-03-03T08:30",
            "2026-03-02T12:20, 2026-03-03T08:30", // after noon belongs to the afternoon
            "2026-03-06T16:00, 2026-03-09T08:30", // Friday: over the weekend
            "2026-09-30T16:00, 2026-10-08T08:30"  // over 国庆节
    })
    void theNextTryIsMadeInAnotherHalfDay(String tried, String next) {
        assertThat(HalfDay.of(at(tried), calendar).next(calendar)).isEqualTo(at(next));
    }

    @Test
    void twoTriesInOneMorningAreOne() {
        assertThat(HalfDay.of(at("2026-03-02T08:40"), calendar)).isEqualTo(HalfDay.of(at("2026-03-02T11:59"), calendar))
                .isNotEqualTo(HalfDay.of(at("2026-03-02T13:30"), calendar)).isNotEqualTo(HalfDay.of(at("2026-03-03T08:40"), calendar));
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local).atZone(calendar.zone()).toInstant();
    }
}
