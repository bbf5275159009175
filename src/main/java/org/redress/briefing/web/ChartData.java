package org.redress.briefing.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingContent.Chart;
import org.redress.briefing.BriefingContent.Column;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Table;

/** What a chart draws: the lines of its table but the total. */
record ChartData(List<String> labels, List<Series> series, @Nullable BigDecimal target) {

    /** @param values null where there is nothing to draw; {@code shown} says the same in words */
    record Series(String name, List<@Nullable BigDecimal> values, List<String> shown) {
    }

    static ChartData of(Table table, Chart chart, BriefingTexts texts, Locale locale) {
        List<Row> rows = table.rows().stream().filter(row -> !row.total()).toList();
        List<String> labels = rows.stream().map(row -> texts.show(row.cells().get(0), table.columns().get(0), locale)).toList();
        return new ChartData(labels, chart.series().stream().map(at -> {
            Column column = table.columns().get(at);
            return new Series(column.name().in(locale), rows.stream().map(row -> row.cells().get(at).number()).toList(),
                    rows.stream().map(row -> texts.show(row.cells().get(at), column, locale)).toList());
        }).toList(), chart.target());
    }

    /** The largest of some series. */
    double largest(List<Series> of) {
        return of.stream().flatMap(each -> each.values().stream()).filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    }

    double smallest() {
        return series.stream().flatMap(each -> each.values().stream()).filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue).min().orElse(0);
    }
}
