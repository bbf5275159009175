package org.redress.callback.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.shared.web.PageTimes;
import org.springframework.stereotype.Component;

/** Moments of the day on the call list; templates call it as {@code @callTimes}. */
@Component("callTimes")
public class CallTimes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final PageTimes pages;
    private final Calendars calendars;
    private final Clock clock;

    CallTimes(PageTimes pages, Calendars calendars, Clock clock) {
        this.pages = pages;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** "16:50" for a moment of today, with its date for any other. */
    public String soon(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        var zone = calendars.current().zone();
        return LocalDate.ofInstant(moment, zone).equals(LocalDate.ofInstant(clock.instant(), zone)) ? TIME.format(moment.atZone(zone)) : pages.text(moment);
    }
}
