package org.redress.insight.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.figure.PeriodKind;
import org.redress.insight.FlowFilter;
import org.springframework.stereotype.Component;

/** Numbers of the flow in words: periods, shares, lengths, and how one differs from another. */
@Component
class FlowTexts {

    private static final String NOTHING = "insight.flow.nothing";

    private final BoardTexts texts;

    FlowTexts(BoardTexts texts) {
        this.texts = texts;
    }

    String period(FlowFilter filter, Locale locale) {
        LocalDate start = filter.start();
        return switch (filter.period()) {
            case WEEK -> text("insight.flow.period.week", locale, String.valueOf(start.get(IsoFields.WEEK_BASED_YEAR)),
                    String.valueOf(start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)), texts.day(start, locale));
            case MONTH -> DateTimeFormatter.ofPattern(text("insight.flow.period.month", locale), locale).format(start);
            case QUARTER -> text("insight.flow.period.quarter", locale, String.valueOf(start.getYear()), start.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> text("insight.flow.period.year", locale, String.valueOf(start.getYear()));
        };
    }

    String text(String key, Locale locale, @Nullable Object... args) {
        return texts.text(key, locale, args);
    }

    static String count(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String span(@Nullable Number minutes, Locale locale) {
        return minutes == null ? text(NOTHING, locale) : texts.span(minutes.longValue(), locale);
    }

    String share(@Nullable Double share, Locale locale) {
        return share == null ? text(NOTHING, locale) : percent(share, locale);
    }

    static String percent(double share, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** How a number stands to the one of the other period, in words. */
    String change(FlowMeasure measure, @Nullable Double now, @Nullable Double then, Locale locale) {
        if (now == null || then == null) {
            return text("insight.flow.change.none", locale);
        }
        double by = now - then;
        String amount = switch (measure) {
            case VISITS, BACK -> count(Math.round(Math.abs(by)), locale);
            case WORK, WAIT -> texts.span(Math.round(Math.abs(by)), locale);
            case LATE -> text("insight.flow.points", locale, String.format(locale, "%.1f", Math.abs(by) * 100));
        };
        boolean same = measure == FlowMeasure.LATE ? Math.abs(by) < 0.0005 : Math.round(Math.abs(by)) == 0;
        if (same) {
            return text("insight.flow.change.same", locale);
        }
        String ratio = then == 0 || measure == FlowMeasure.LATE ? "" : percent(Math.abs(by) / then, locale);
        String key = (by > 0 ? "insight.flow.change.more" : "insight.flow.change.less");
        return ratio.isEmpty() ? text(key, locale, amount) : text(by > 0 ? "insight.flow.change.moreBy" : "insight.flow.change.lessBy", locale, amount, ratio);
    }

    /** 0 where nothing changed; 1 to 3 for more, -1 to -3 for less. */
    static int step(FlowMeasure measure, @Nullable Double now, @Nullable Double then) {
        if (now == null || then == null || now.equals(then)) {
            return 0;
        }
        double by = measure == FlowMeasure.LATE ? (now - then) * 5 : then == 0 ? 1 : (now - then) / then;
        int size = Math.abs(by) < 0.1 ? 1 : Math.abs(by) < 0.5 ? 2 : 3;
        return by > 0 ? size : -size;
    }

    static PeriodKind[] periods() {
        return PeriodKind.values();
    }
}
