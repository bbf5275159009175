package org.redress.complaint.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseListRow;
import org.redress.complaint.ClockRow;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockState;
import org.redress.deadline.LedgerLine;
import org.redress.deadline.Severity;
import org.redress.shared.Bilingual;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Moments, spans of time and clocks in words: always both readings, the due moment and the working time left. */
@Component
class ClockTexts {

    private static final Duration SOON = Duration.ofHours(2);

    private final Calendars calendars;
    private final MessageSource messages;
    private final Clock clock;

    ClockTexts(Calendars calendars, MessageSource messages, Clock clock) {
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A clock for the fragment {@code ui :: clock}.
     *
     * @param state OVERDUE, DUE_TODAY, DUE_SOON, ON_TRACK, PAUSED or NONE
     */
    record Reading(String state, @Nullable String due, @Nullable String left, @Nullable String note) {

        static final Reading NONE = new Reading("NONE", null, null, null);
    }

    /** The clock that is due next. */
    Reading next(CaseListRow row, Locale locale) {
        return row.next().map(next -> of(next, row.severity(), locale)).orElse(Reading.NONE);
    }

    Reading of(ClockRow row, Severity severity, Locale locale) {
        String name = messages.getMessage("enum.ClockKind." + row.kind(), null, locale);
        return reading(row.state(), row.dueAt(), row.pausedSince(), severity, name, locale);
    }

    Reading reading(ClockState state, Instant dueAt, @Nullable Instant pausedSince, Severity severity, String name, Locale locale) {
        Instant now = clock.instant();
        if (pausedSince != null && state == ClockState.PAUSED) {
            String since = messages.getMessage("complaint.clock.pausedSince", new Object[] {moment(pausedSince, locale)}, locale);
            return new Reading("PAUSED", moment(dueAt, locale), left(pausedSince, dueAt, severity, locale), name.isEmpty() ? since : name + " · " + since);
        }
        return new Reading(state(now, dueAt), moment(dueAt, locale), left(now, dueAt, severity, locale), name.isEmpty() ? null : name);
    }

    private String state(Instant now, Instant dueAt) {
        if (dueAt.isBefore(now)) {
            return "OVERDUE";
        }
        if (Duration.between(now, dueAt).compareTo(SOON) <= 0) {
            return "DUE_SOON";
        }
        return date(now).equals(date(dueAt)) ? "DUE_TODAY" : "ON_TRACK";
    }

    /** "5 h 10 min of working time left", or how long it is over. */
    private String left(Instant now, Instant dueAt, Severity severity, Locale locale) {
        Duration left = calendars.current().forSeverity(severity).workingTime(now, dueAt);
        String key = left.isNegative() ? "complaint.clock.over" : "complaint.clock.left";
        return messages.getMessage(key, new Object[] {span(left.abs(), locale)}, locale);
    }

    /** "2 d 3 h", "5 h 10 min", "8 min"; a day has 24 hours. */
    String span(Duration span, Locale locale) {
        long minutes = span.toMinutes();
        if (minutes >= 48 * 60) {
            return messages.getMessage("complaint.span.days", new Object[] {minutes / 1440, minutes % 1440 / 60}, locale);
        }
        if (minutes >= 60) {
            return messages.getMessage("complaint.span.hours", new Object[] {minutes / 60, minutes % 60}, locale);
        }
        return messages.getMessage("complaint.span.minutes", new Object[] {minutes}, locale);
    }

    /** "53 h 10 min", "10 min": nothing rounded, so that a column of them sums. */
    String exactly(Duration span, Locale locale) {
        long minutes = span.toMinutes();
        return minutes < 60 ? messages.getMessage("complaint.span.minutes", new Object[] {minutes}, locale)
                : messages.getMessage("complaint.span.hours", new Object[] {minutes / 60, minutes % 60}, locale);
    }

    /** "3 h 5 min ago". */
    String ago(Instant moment, Locale locale) {
        return messages.getMessage("complaint.clock.ago", new Object[] {span(Duration.between(moment, clock.instant()).abs(), locale)}, locale);
    }

    /** "24 Nov 2026, 17:30" or "2026年11月24日 17:30". */
    String moment(Instant moment, Locale locale) {
        ZonedDateTime local = moment.atZone(calendars.current().zone());
        boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        return DateTimeFormatter.ofPattern(chinese ? "uuuu年M月d日 HH:mm" : "d MMM uuuu, HH:mm", locale).format(local);
    }

    /** The special days a stretch of added time runs across and the suspensions it meets, by name. */
    String calendarNote(LedgerLine line, Locale locale) {
        return Stream.concat(
                line.calendarDays().stream().map(day -> day.date() + " " + new Bilingual(day.nameEn(), day.nameZh()).in(locale)),
                line.suspensions().stream().map(stretch -> date(stretch.from()) + " " + new Bilingual(stretch.nameEn(), stretch.nameZh()).in(locale)))
                .collect(Collectors.joining(" · "));
    }

    private LocalDate date(Instant moment) {
        return moment.atZone(calendars.current().zone()).toLocalDate();
    }
}
