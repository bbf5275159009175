package org.redress.shared.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Moments as a reader's language writes them, in the company's time zone; templates call it as {@code @pageTimes}. */
@Component("pageTimes")
public class PageTimes {

    private final Clock clock;

    PageTimes(Clock clock) {
        this.clock = clock;
    }

    /** "24 Nov 2026, 17:30", "2026年11月24日 17:30"; empty for null. */
    public String text(@Nullable Instant moment) {
        return moment == null ? "" : text(moment, LocaleContextHolder.getLocale());
    }

    /** As {@link #text(Instant)}, for a reader who is not the one at the page. */
    public String text(Instant moment, Locale locale) {
        return format(locale).format(moment.atZone(clock.getZone()));
    }

    /** How a reader of the language writes a moment, for who knows the reader. */
    public static DateTimeFormatter format(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", locale)
                : DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", locale);
    }

    /** As {@link #text}, and anything else as it is. */
    public String any(@Nullable Object value) {
        return value instanceof Instant moment ? text(moment) : value == null ? "" : value.toString();
    }
}
