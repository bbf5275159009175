package org.redress.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureTexts;
import org.redress.figure.FigureValue;
import org.redress.figure.Interval;
import org.redress.figure.Target;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Figures, their values and periods in words, for pages, files and mails alike. */
@Component
public class FigureWords {

    private final MessageSource messages;
    private final FigureTexts figures;

    FigureWords(MessageSource messages, FigureTexts figures) {
        this.messages = messages;
        this.figures = figures;
    }

    public String name(Figure figure, Locale locale) {
        return figures.name(figure, locale);
    }

    public String formula(Figure figure, Locale locale) {
        return figures.formula(figure, locale);
    }

    /** Numerator, denominator, or why rows were left out. */
    public String part(String part, Locale locale) {
        return figures.part(part, locale);
    }

    public String dimension(Dimension dimension, Locale locale) {
        return figures.dimension(dimension, locale);
    }

    public String beside(String code, long number, Locale locale) {
        return text("report.beside", locale, figures.beside(code, locale), count(number, locale));
    }

    /** "99.86 %", "12.40", "17"; says so where there is nothing to divide by. */
    public String value(Figure figure, FigureValue value, Locale locale) {
        return written(figure, figure.value(value), locale);
    }

    String written(Figure figure, @Nullable BigDecimal number, Locale locale) {
        if (number == null) {
            return text("report.noValue", locale);
        }
        return switch (figure.unit()) {
            case COUNT -> count(number.longValue(), locale);
            case SHARE -> text("report.percent", locale, decimals(number, locale));
            default -> decimals(number, locale);
        };
    }

    /** How one value stands to another, in words; null where one of them says nothing. */
    public @Nullable String change(Figure figure, FigureValue now, @Nullable FigureValue then, Locale locale) {
        BigDecimal one = figure.value(now);
        BigDecimal other = then == null ? null : figure.value(then);
        if (one == null || other == null) {
            return null;
        }
        BigDecimal by = one.subtract(other);
        if (by.signum() == 0) {
            return text("report.change.same", locale);
        }
        String amount = figure.unit() == Figure.Unit.SHARE ? text("report.points", locale, decimals(by.abs(), locale))
                : figure.unit() == Figure.Unit.COUNT ? count(by.abs().longValue(), locale) : decimals(by.abs(), locale);
        return text(by.signum() > 0 ? "report.change.more" : "report.change.less", locale, amount);
    }

    public String interval(Interval interval, Locale locale) {
        return text("report.interval", locale, decimals(BigDecimal.valueOf(interval.low() * 100), locale), decimals(BigDecimal.valueOf(interval.high() * 100), locale));
    }

    public String target(Target target, Locale locale) {
        return text(target.atLeast() ? "report.target.atLeast" : "report.target.atMost", locale,
                text("report.percent", locale, decimals(target.share().movePointRight(2), locale)));
    }

    /** "Satisfaction: 99.86 % (2,771 of 2,775)". */
    String sentence(ReportLine line, Locale locale) {
        FigureValue value = line.line().value();
        String name = name(line.figure(), locale);
        if (line.figure().unit() == Figure.Unit.COUNT) {
            return text("report.sentence.count", locale, name, count(value.numerator(), locale));
        }
        return text("report.sentence", locale, name, value(line.figure(), value, locale), count(value.numerator(), locale), count(value.denominator(), locale));
    }

    public String period(ReportQuery query, Locale locale) {
        LocalDate from = query.from();
        return switch (query.kind()) {
            case WEEK -> text("report.period.week", locale, String.valueOf(from.get(IsoFields.WEEK_BASED_YEAR)),
                    String.valueOf(from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)), day(from, locale), day(query.kind().end(from).minusDays(1), locale));
            case MONTH -> DateTimeFormatter.ofPattern(text("report.period.month", locale), locale).format(from);
            case QUARTER -> text("report.period.quarter", locale, String.valueOf(from.getYear()), String.valueOf(from.get(IsoFields.QUARTER_OF_YEAR)));
            case YEAR -> text("report.period.year", locale, String.valueOf(from.getYear()));
        };
    }

    public String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(text("report.day", locale), locale).format(day);
    }

    public String text(String key, Locale locale, @Nullable Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** The text of a key, or something else where nobody has written one. */
    public String said(String key, String otherwise, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale));
    }

    public static String count(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private static String decimals(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format.format(number);
    }
}
