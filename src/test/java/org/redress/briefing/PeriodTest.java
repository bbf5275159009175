package org.redress.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.figure.PeriodKind;

/** Periods as they stand in addresses. */
class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-10-15, 2026-W42, 2026-10-12, 2026-10-19, 2026-W41",
        "WEEK, 2027-01-02, 2026-W53, 2026-12-28, 2027-01-04, 2026-W52",
        "WEEK, 2024-12-31, 2025-W01, 2024-12-30, 2025-01-06, 2024-W52",
        "MONTH, 2026-02-28, 2026-02, 2026-02-01, 2026-03-01, 2026-01",
        "MONTH, 2026-12-31, 2026-12, 2026-12-01, 2027-01-01, 2026-11",
        "QUARTER, 2026-03-31, 2026-Q1, 2026-01-01, 2026-04-01, 2025-Q4",
        "YEAR, 2024-02-29, 2024, 2024-01-01, 2025-01-01, 2023"})
    void aDayLiesInItsPeriod(PeriodKind kind, LocalDate day, String code, LocalDate from, LocalDate to, String before) {
        Period period = Period.of(kind, day);
        assertThat(period.code()).isEqualTo(code);
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.previous().code()).isEqualTo(before);
        assertThat(Period.parse(kind, code)).contains(period);
    }

    @Test
    void whatIsNoPeriodIsNone() {
        assertThat(Stream.of("", "2026", "2026-13", "2026-00", "2026-W10", "2026-Q1", "26-01", "2026-1", "x", "2026-01-01"))
                .allMatch(code -> Period.parse(PeriodKind.MONTH, code).isEmpty());
        assertThat(Stream.of("2026-W00", "2026-W54", "2025-W53", "2026-01", "2026")).allMatch(code -> Period.parse(PeriodKind.WEEK, code).isEmpty());
        assertThat(Stream.of("2026-Q0", "2026-Q5", "2026-Q")).allMatch(code -> Period.parse(PeriodKind.QUARTER, code).isEmpty());
        assertThat(Stream.of("2026-01", "0", "20266")).allMatch(code -> Period.parse(PeriodKind.YEAR, code).isEmpty());
    }
}
