package org.redress.worklist.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;

/**
 * Dates and times of a form. A date with time becomes an Instant, whether it came with an offset or as local time of the company; a date
 * and a time stay ISO text, as form-js writes them.
 */
final class FieldMoments {

    private final Clock clock;
    private final Calendars calendars;

    FieldMoments(Clock clock, Calendars calendars) {
        this.clock = clock;
        this.calendars = calendars;
    }

    FieldReading read(FormField field, @Nullable String text) {
        if (text == null) {
            return FieldReading.EMPTY;
        }
        try {
            return switch (field.subtype()) {
                case "time" -> FieldReading.of(time(text));
                case "datetime" -> dateTime(field, text);
                default -> date(field, text);
            };
        } catch (DateTimeException e) {
            return FieldReading.problem("time".equals(field.subtype()) ? "time" : "date");
        }
    }

    private FieldReading date(FormField field, String text) {
        LocalDate date = LocalDate.parse(text);
        return refusesPast(field) && date.isBefore(today()) ? FieldReading.problem("past") : FieldReading.of(date.toString());
    }

    private FieldReading dateTime(FormField field, String text) {
        TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        Instant moment = parsed instanceof OffsetDateTime with ? with.toInstant() : ((LocalDateTime) parsed).atZone(zone()).toInstant();
        if (refusesPast(field) && moment.atZone(zone()).toLocalDate().isBefore(today())) {
            return FieldReading.problem("past");
        }
        return FieldReading.of(moment);
    }

    private static String time(String text) {
        return (text.length() > 5 && !Character.isDigit(text.charAt(text.length() - 1)) || text.matches(".*[+-]\\d\\d:\\d\\d")
                ? OffsetTime.parse(text) : LocalTime.parse(text)).toString();
    }

    /** As the date picker of form-js: whole days. */
    private static boolean refusesPast(FormField field) {
        return field.node().path("disallowPassedDates").asBoolean(false);
    }

    private ZoneId zone() {
        return calendars.current().zone();
    }

    private LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }
}
