package org.redress.callback.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.organisation.Organisation;
import org.redress.shared.web.PageTimes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Moments, months and teams as pages of the call programme write them; templates call it as {@code @callTimes}. */
@Component("callTimes")
public class CallTimes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final PageTimes pages;
    private final Organisation organisation;
    private final Calendars calendars;
    private final Clock clock;

    CallTimes(PageTimes pages, Organisation organisation, Calendars calendars, Clock clock) {
        this.pages = pages;
        this.organisation = organisation;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** "March 2026", "2026年3月". */
    public String month(YearMonth month) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "uuuu年M月" : "MMMM uuuu", locale).format(month);
    }

    /** Name of a team, or its code where it is gone. */
    public String team(String code) {
        return organisation.team(code).map(team -> team.name().in(LocaleContextHolder.getLocale())).orElse(code);
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
