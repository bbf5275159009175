package org.redress.briefing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.redress.figure.PeriodKind;

/** A week, month, quarter or year of the calendar; a week begins on Monday and is numbered as ISO 8601 does. */
public record Period(PeriodKind kind, LocalDate from) {

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})|W(\\d{2})|Q(\\d)))?");
    private static final int MONTHS_OF_A_QUARTER = 3;

    /** The period of the kind that holds the day. */
    public static Period of(PeriodKind kind, LocalDate day) {
        return new Period(kind, kind.start(day));
    }

    /** Reads {@link #code}; empty when it is none of the kind. */
    public static Optional<Period> parse(PeriodKind kind, String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        try {
            Period period = switch (kind) {
                case WEEK -> of(kind, LocalDate.of(year, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Long.parseLong(parts.group(3))));
                case MONTH -> of(kind, YearMonth.of(year, Integer.parseInt(parts.group(2))).atDay(1));
                case QUARTER -> of(kind, LocalDate.of(year, (Integer.parseInt(parts.group(4)) - 1) * MONTHS_OF_A_QUARTER + 1, 1));
                case YEAR -> of(kind, LocalDate.of(year, 1, 1));
            };
            return Optional.of(period).filter(read -> read.code().equals(code));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The day after the last. */
    public LocalDate to() {
        return kind.end(from);
    }

    /** "2026-W41", "2026-10", "2026-Q4", "2026": as it stands in an address. */
    public String code() {
        return switch (kind) {
            case WEEK -> "%04d-W%02d".formatted(from.get(IsoFields.WEEK_BASED_YEAR), from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> "%04d-%02d".formatted(from.getYear(), from.getMonthValue());
            case QUARTER -> "%04d-Q%d".formatted(from.getYear(), from.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> "%04d".formatted(from.getYear());
        };
    }

    /** So many periods later; earlier for a negative number. */
    public Period step(int periods) {
        return new Period(kind, kind.plus(from, periods));
    }

    public Period previous() {
        return step(-1);
    }
}
