package org.redress.worklist.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.redress.deadline.Calendars;
import org.redress.deadline.Severity;
import org.redress.deadline.WorkingCalendar;
import org.redress.worklist.OpenTask;
import org.redress.worklist.WorkGroup;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One clock in two readings, in words: when it is due, and how much working time is left; and by when to start. */
@Component
class ClockWords {

    private final Clock clock;
    private final Calendars calendars;
    private final MessageSource messages;

    ClockWords(Clock clock, Calendars calendars, MessageSource messages) {
        this.clock = clock;
        this.calendars = calendars;
        this.messages = messages;
    }

    /**
     * @param state message key part of enum.DueState
     */
    record Words(String state, String due, String left, String note) {
    }

    Words of(OpenTask task, WorkGroup group, Locale locale) {
        String note = task.waiting() ? text("worklist.clock.waiting", locale)
                : text("worklist.clock.startBy", locale, moment(task.startBy(), locale), duration(Duration.ofMinutes(task.workMinutes()), locale),
                        moment(neededBy(task), locale));
        return new Words(state(group), moment(task.dueAt(), locale), left(task, locale), note);
    }

    /** What the start is reckoned back from: the task's own due moment, or that of a later step where it leaves less time. */
    private Instant neededBy(OpenTask task) {
        WorkingCalendar hours = hours(task);
        Instant end = hours.plusWorking(task.startBy(), Duration.ofMinutes(task.workMinutes()));
        return hours.workingTime(end, task.dueAt()).isZero() ? task.dueAt() : end;
    }

    private WorkingCalendar hours(OpenTask task) {
        return task.severity() == null ? calendars.current() : calendars.current().forSeverity(Severity.valueOf(task.severity()));
    }

    private String left(OpenTask task, Locale locale) {
        Duration left = hours(task).workingTime(clock.instant(), task.dueAt());
        return left.isNegative() ? text("worklist.clock.over", locale, duration(left.negated(), locale))
                : text("worklist.clock.left", locale, duration(left, locale));
    }

    /** Time of day for today, with the day for any other. */
    private String moment(Instant moment, Locale locale) {
        ZonedDateTime local = moment.atZone(calendars.current().zone());
        LocalDate today = clock.instant().atZone(calendars.current().zone()).toLocalDate();
        boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        String pattern = local.toLocalDate().equals(today) ? "HH:mm"
                : local.getYear() == today.getYear() ? (chinese ? "M月d日 EEE HH:mm" : "EEE d MMM HH:mm")
                : (chinese ? "uuuu年M月d日 HH:mm" : "d MMM uuuu HH:mm");
        return DateTimeFormatter.ofPattern(pattern, locale).format(local);
    }

    String duration(Duration time, Locale locale) {
        String hours = String.valueOf(time.toHours());
        String minutes = String.valueOf(time.toMinutesPart());
        if (time.toHours() == 0) {
            return text("worklist.time.minutes", locale, minutes);
        }
        return time.toMinutesPart() == 0 ? text("worklist.time.hours", locale, hours) : text("worklist.time.both", locale, hours, minutes);
    }

    private static String state(WorkGroup group) {
        return switch (group) {
            case CRITICAL, OVERDUE -> "OVERDUE";
            case TODAY -> "DUE_TODAY";
            case SOON -> "DUE_SOON";
            case LATER -> "ON_TRACK";
            case WAITING -> "PAUSED";
        };
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
