package org.redress.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.redress.figure.Figure;
import org.springframework.stereotype.Component;

/** What a series says, in a few sentences: the latest value against the one before and the year before, and where the series was highest and lowest. */
@Component
public class Finding {

    private final FigureWords words;

    Finding(FigureWords words) {
        this.words = words;
    }

    private record Point(String period, BigDecimal value) {
    }

    /** @param series oldest first, one line at least */
    public String of(Figure figure, ReportQuery query, List<ReportLine> series, Locale locale) {
        ReportLine last = series.get(series.size() - 1);
        StringBuilder said = new StringBuilder(words.text("report.finding.now", locale, words.name(figure, locale), words.period(query, locale),
                words.value(figure, last.line().value(), locale)));
        if (series.size() > 1) {
            append(said, words.change(figure, last.line().value(), series.get(series.size() - 2).line().value(), locale), "report.finding.before", locale);
        }
        append(said, words.change(figure, last.line().value(), last.line().yearBefore(), locale), "report.finding.year", locale);
        List<Point> points = series.stream().map(line -> {
            BigDecimal value = figure.value(line.line().value());
            return value == null ? null : new Point(words.period(query.at(line.query().from()), locale), value);
        }).filter(java.util.Objects::nonNull).toList();
        if (points.size() > 2) {
            Point high = points.stream().max(Comparator.comparing(Point::value)).orElseThrow();
            Point low = points.stream().min(Comparator.comparing(Point::value)).orElseThrow();
            said.append(' ').append(high.value().compareTo(low.value()) == 0 ? words.text("report.finding.flat", locale)
                    : words.text("report.finding.range", locale, high.period(), words.written(figure, high.value(), locale), low.period(),
                            words.written(figure, low.value(), locale)));
        }
        return said.toString();
    }

    private void append(StringBuilder said, @org.jspecify.annotations.Nullable String change, String key, Locale locale) {
        if (change != null) {
            said.append(' ').append(words.text(key, locale, change));
        }
    }
}
