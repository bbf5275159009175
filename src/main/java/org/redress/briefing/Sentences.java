package org.redress.briefing;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingContent.Cell;
import org.redress.briefing.BriefingContent.Column;
import org.redress.organisation.Organisation;
import org.redress.organisation.Team;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a briefing, made in both languages when it is drafted: texts of the house that change later do not change what was published. */
@Component
class Sentences {

    private final MessageSource messages;
    private final Organisation organisation;

    Sentences(MessageSource messages, Organisation organisation) {
        this.messages = messages;
        this.organisation = organisation;
    }

    /** @param values a {@link Bilingual} is put in its language, anything else as it is */
    Bilingual say(String key, Object... values) {
        return new Bilingual(in(Locale.ENGLISH, key, values), in(Locale.SIMPLIFIED_CHINESE, key, values));
    }

    private String in(Locale locale, String key, Object... values) {
        return messages.getMessage(key, Arrays.stream(values).map(value -> value instanceof Bilingual both ? both.in(locale) : value).toArray(),
                locale);
    }

    Bilingual business(String code) {
        return Arrays.stream(Business.values()).anyMatch(each -> each.name().equals(code)) ? say("enum.Business." + code) : unnamed(code);
    }

    Bilingual team(@Nullable String code) {
        return code == null ? say("briefing.everyTeam") : organisation.team(code).map(Team::name).orElseGet(() -> unnamed(code));
    }

    Bilingual person(String username) {
        return organisation.person(username).map(person -> person.name()).orElseGet(() -> unnamed(username));
    }

    Bilingual percent(BigDecimal value) {
        return say("briefing.percent", new Bilingual(decimals(value, Locale.ENGLISH), decimals(value, Locale.SIMPLIFIED_CHINESE)));
    }

    private static String decimals(BigDecimal value, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** "repair, metering". @param parts at least one */
    Bilingual list(List<Bilingual> parts) {
        return parts.stream().reduce((some, other) -> say("briefing.both", some, other)).orElseThrow();
    }

    static Bilingual unnamed(String code) {
        return new Bilingual(code, code);
    }

    /** A column whose name and formula are messages: {@code briefing.column.<code>} and {@code briefing.how.<code>}. */
    Column column(String code, Unit unit) {
        return new Column(code, say("briefing.column." + code), unit, say("briefing.how." + code));
    }

    static Cell text(Bilingual text) {
        return new Cell(text, null, null, null);
    }

    static Cell day(@Nullable LocalDate day) {
        return day == null ? Cell.NONE : new Cell(null, null, day, null);
    }

    static Cell count(long number, @Nullable String rows) {
        return new Cell(null, BigDecimal.valueOf(number), null, rows);
    }

    /** @param value null where there is nothing to divide by: no number at all */
    static Cell number(@Nullable BigDecimal value, @Nullable String rows) {
        return value == null ? Cell.NONE : new Cell(null, value, null, rows);
    }
}
