package org.redress.insight.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Severity;
import org.redress.insight.BoardRow;
import org.redress.insight.BoardState;
import org.redress.insight.Hours;
import org.redress.insight.Stage;
import org.redress.organisation.Organisation;
import org.redress.shared.web.PersonNames;
import org.redress.worklist.Staff;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Boards in words: moments, spans of working time, people, teams and causes in the reader's language. */
@Component
class BoardTexts {

    private final Hours hours;
    private final Organisation organisation;
    private final PersonNames names;
    private final Staff staff;
    private final MessageSource messages;

    BoardTexts(Hours hours, Organisation organisation, PersonNames names, Staff staff, MessageSource messages) {
        this.hours = hours;
        this.organisation = organisation;
        this.names = names;
        this.staff = staff;
        this.messages = messages;
    }

    /** Time of day for today, with the day for any other. */
    String moment(Instant moment, Locale locale) {
        ZonedDateTime local = moment.atZone(hours.zone());
        LocalDate today = hours.today();
        String pattern = local.toLocalDate().equals(today) ? "HH:mm"
                : local.getYear() == today.getYear() ? (chinese(locale) ? "M月d日 EEE HH:mm" : "EEE d MMM HH:mm")
                : (chinese(locale) ? "uuuu年M月d日 HH:mm" : "d MMM uuuu HH:mm");
        return DateTimeFormatter.ofPattern(pattern, locale).format(local);
    }

    String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(chinese(locale) ? "M月d日 EEE" : "EEE d MMM", locale).format(day);
    }

    /** "3 h 20 min" of working time. */
    String span(long minutes, Locale locale) {
        if (minutes < 60) {
            return text("insight.span.minutes", locale, minutes);
        }
        return minutes % 60 == 0 ? text("insight.span.hours", locale, minutes / 60) : text("insight.span.both", locale, minutes / 60, minutes % 60);
    }

    /** "7.5", for tables. */
    String hoursOf(int minutes, Locale locale) {
        return String.format(locale, "%.1f", minutes / 60.0);
    }

    /** "5 h over" or "2 h left", in working time; around the clock for S1. */
    String left(BoardRow row, BoardRow.Reading clock, Locale locale) {
        Instant from = clock.pausedSince() == null ? hours.now() : clock.pausedSince();
        Duration left = hours.calendar().forSeverity(Severity.valueOf(row.severity())).workingTime(from, clock.dueAt());
        return text(left.isNegative() ? "insight.clock.over" : "insight.clock.left", locale, span(left.abs().toMinutes(), locale));
    }

    /** "signing 5 h · in work 2 h", what took most first. */
    String spent(Map<Stage, Long> spent, Locale locale) {
        return spent.entrySet().stream().sorted(Map.Entry.<Stage, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry::getKey))
                .map(entry -> text("insight.overdue.took", locale, text("enum.Stage." + entry.getKey(), locale), span(entry.getValue(), locale)))
                .collect(Collectors.joining(" · "));
    }

    String person(String username, Locale locale) {
        return names.name(username, locale);
    }

    String team(String code, Locale locale) {
        return organisation.team(code).map(team -> team.name().in(locale)).orElse(code);
    }

    /** Who holds a step, or whom it is offered to. */
    String holder(BoardRow.Work work, Locale locale) {
        String assignee = work.assignee();
        return assignee == null ? text("insight.overdue.nobodyOf", locale, staff.offeredTo(work.team(), locale)) : person(assignee, locale);
    }

    /** The part of enum.DueState whose icon shows a state. */
    static String icon(BoardState state) {
        return switch (state) {
            case BREACHED -> "OVERDUE";
            case AT_RISK -> "DUE_SOON";
            case ON_TRACK -> "ON_TRACK";
            case PAUSED -> "PAUSED";
        };
    }

    String text(String key, Locale locale, @Nullable Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private static boolean chinese(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    }
}
