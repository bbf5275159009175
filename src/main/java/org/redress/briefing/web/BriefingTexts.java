package org.redress.briefing.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingContent;
import org.redress.briefing.BriefingContent.Cell;
import org.redress.briefing.BriefingContent.Column;
import org.redress.briefing.Period;
import org.redress.briefing.Unit;
import org.redress.figure.PeriodKind;
import org.redress.shared.Business;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Briefings in words: the same value reads the same on every page and paper. Templates call it as {@code @briefingTexts}. */
@Component("briefingTexts")
public class BriefingTexts {

    private final MessageSource messages;

    BriefingTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** "2,775", "99.86 %", a text, a day; a dash where there is nothing to say. */
    public String show(Cell cell, Column column, Locale locale) {
        if (cell.text() != null) {
            return cell.text().in(locale);
        }
        if (cell.day() != null) {
            return day(cell.day(), locale);
        }
        if (cell.number() == null) {
            return text("briefing.none", locale);
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        int decimals = column.unit() == Unit.PERCENT || column.unit() == Unit.RATE ? 2 : 0;
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String number = format.format(cell.number());
        return column.unit() == Unit.PERCENT ? text("briefing.percent", locale, number) : number;
    }

    /** "Briefing for October 2026, Repair". */
    public String title(BriefingContent content, Locale locale) {
        String period = period(new Period(content.kind(), content.from()), locale);
        return content.business() == null ? text("briefing.title", locale, period)
                : text("briefing.titleOf", locale, period, content.business().in(locale));
    }

    /** "October 2026", "2026年10月", "week 41 of 2026". */
    public String period(Period period, Locale locale) {
        LocalDate from = period.from();
        String code = period.code();
        return switch (period.kind()) {
            case WEEK -> text("briefing.period.week", locale, code.substring(0, 4), code.substring(6));
            case MONTH -> text("briefing.period.month", locale, code.substring(0, 4),
                    DateTimeFormatter.ofPattern(chinese(locale) ? "M" : "MMMM", locale).format(from));
            case QUARTER -> text("briefing.period.quarter", locale, code.substring(0, 4), code.substring(6));
            case YEAR -> text("briefing.period.year", locale, code);
        };
    }

    public String kind(PeriodKind kind, Locale locale) {
        return text("enum.PeriodKind." + kind, locale);
    }

    /** The name of a kind of service; the word for all of them where it is null. */
    public String business(@Nullable Business business, Locale locale) {
        return business == null ? text("briefing.everyBusiness", locale) : text("enum.Business." + business, locale);
    }

    /** "24 Nov 2026". */
    public String day(LocalDate day, Locale locale) {
        String pattern = chinese(locale) ? "uuuu年M月d日" : "d MMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private static boolean chinese(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    }

    String text(String key, Locale locale, @Nullable Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
