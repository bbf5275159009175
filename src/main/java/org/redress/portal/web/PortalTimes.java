package org.redress.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days as a customer reads them; templates call it as {@code @portalTimes}. */
@Component("portalTimes")
class PortalTimes {

    private final Clock clock;

    PortalTimes(Clock clock) {
        this.clock = clock;
    }

    /** "24 Nov 2026", "2026年11月24日"; empty for null. */
    public String day(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        Locale locale = LocaleContextHolder.getLocale();
        String pattern = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "uuuu年M月d日" : "d MMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment.atZone(clock.getZone()));
    }

    public boolean isPast(Instant moment) {
        return !moment.isAfter(clock.instant());
    }
}
