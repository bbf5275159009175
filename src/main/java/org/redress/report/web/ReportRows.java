package org.redress.report.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureRows;
import org.redress.figure.FigureValue;
import org.redress.figure.Interval;
import org.redress.figure.PeriodKind;
import org.redress.figure.Target;
import org.redress.figure.TargetVerdict;
import org.redress.figure.Targets;
import org.redress.report.FigureWords;
import org.redress.report.ReportLine;
import org.redress.report.ReportQuery;
import org.springframework.stereotype.Component;

/** Puts the lines of a report into the words of the reader, each number with the way to its rows. */
@Component
class ReportRows {

    /** With more than so many an interval says little that the value does not. */
    private static final long MANY = 1_000;

    private final FigureWords words;
    private final FigureRows rows;
    private final Targets targets;

    ReportRows(FigureWords words, FigureRows rows, Targets targets) {
        this.words = words;
        this.rows = rows;
        this.targets = targets;
    }

    /** @param href the rows behind it, null where the number is none of rows or there are none @param label what it is, for who hears the link alone */
    record Number(String text, @Nullable String href, String label, @Nullable String why) {
    }

    /**
     * @param line     what it is of, null for the total
     * @param number   the value as the chart reads it
     * @param narrow   the report narrowed to the line; null for the total
     * @param interval null where so many were counted that it says little, or the value is no share
     * @param before   the year before, null where nothing is known of it
     * @param verdict  of the target, null where there is none or nothing to judge
     */
    record Row(String figure, String name, String formula, @Nullable String line, @Nullable String narrow, String href, String value, @Nullable String number, Number numerator,
            @Nullable Number denominator, List<Number> leftOut, List<String> beside, @Nullable String interval, @Nullable String before, @Nullable String numberBefore,
            @Nullable String change,
            @Nullable String target, @Nullable TargetVerdict verdict) {
    }

    List<Row> of(ReportQuery asked, List<ReportLine> lines, Locale locale) {
        return lines.stream().map(line -> row(asked, line, locale)).toList();
    }

    private Row row(ReportQuery asked, ReportLine line, Locale locale) {
        Figure figure = line.figure();
        FigureValue value = line.line().value();
        String of = line.isTotal() ? null : name(asked, line, locale);
        Interval interval = figure.isShare() && value.denominator() > 0 && value.denominator() <= MANY ? value.interval() : null;
        FigureValue before = line.line().yearBefore();
        Target target = targets.of(figure).orElse(null);
        return new Row(figure.name(), words.name(figure, locale), words.formula(figure, locale), of, narrow(asked, line), page(asked, figure),
                words.value(figure, value, locale), plain(figure.value(value)), number(line, FigureRows.NUMERATOR, value.numerator(), of, locale),
                figure.unit() == Figure.Unit.COUNT ? null : number(line, FigureRows.DENOMINATOR, value.denominator(), of, locale),
                value.leftOut().entrySet().stream().map(entry -> number(line, entry.getKey(), entry.getValue(), of, locale)).toList(),
                value.beside().entrySet().stream().map(entry -> words.beside(entry.getKey(), entry.getValue(), locale)).toList(),
                interval == null ? null : words.interval(interval, locale), before == null ? null : words.value(figure, before, locale),
                before == null ? null : plain(figure.value(before)), words.change(figure, value, before, locale), target == null ? null : words.target(target, locale), targets.judge(figure, value));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private Number number(ReportLine line, String part, long count, @Nullable String of, Locale locale) {
        Figure figure = line.figure();
        boolean counted = count > 0 && rows.parts(figure).contains(part);
        String name = words.name(figure, locale);
        return new Number(FigureWords.count(count, locale), counted ? RowsQuery.address(figure, part, line.query()) : null,
                words.text("report.numberOf", locale, of == null ? name : words.text("report.ofLine", locale, name, of), words.part(part, locale)),
                part.equals(FigureRows.NUMERATOR) || part.equals(FigureRows.DENOMINATOR) ? null : words.part(part, locale));
    }

    private String name(ReportQuery asked, ReportLine line, Locale locale) {
        return asked.dimension() == Dimension.PERIOD ? words.period(new ReportQuery(PeriodKind.MONTH, line.query().from(), asked.group(), null,
                Map.of()), locale) : line.line().name().in(locale);
    }

    private static @Nullable String narrow(ReportQuery asked, ReportLine line) {
        Dimension dimension = asked.dimension();
        if (line.isTotal() || dimension == null || dimension == Dimension.PERIOD) {
            return null;
        }
        Map<String, String> all = new LinkedHashMap<>(asked.by(null).parameters());
        all.put(ReportQuery.name(dimension), line.line().code());
        return ReportQuery.address("/reports", all);
    }

    static String page(ReportQuery asked, Figure figure) {
        return ReportQuery.address("/reports/" + figure.name().toLowerCase(Locale.ROOT), asked.parameters());
    }

    /** What the report is narrowed to, each with the address of the report without it. */
    List<Number> chips(ReportQuery asked, String path, Map<Dimension, String> names, Locale locale) {
        List<Number> chips = new ArrayList<>();
        asked.only().forEach((dimension, code) -> {
            Map<String, String> all = new LinkedHashMap<>(asked.parameters());
            all.remove(ReportQuery.name(dimension));
            String text = words.text("report.chip", locale, words.dimension(dimension, locale), names.getOrDefault(dimension, code));
            chips.add(new Number(text, ReportQuery.address(path, all), words.text("report.dropChip", locale, text), null));
        });
        return chips;
    }
}
