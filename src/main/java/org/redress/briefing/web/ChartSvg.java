package org.redress.briefing.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.redress.briefing.BriefingContent.Chart;
import org.redress.briefing.BriefingContent.Table;
import org.redress.briefing.web.ChartData.Series;
import org.springframework.stereotype.Component;

/** Charts for paper. Each value is written beside its mark; the table with the same numbers follows in the text. */
@Component
class ChartSvg {

    private static final double WIDTH = 660;
    private static final double SMALL = 9;
    private static final double GAP = 8;
    private static final double LONGEST_LABEL = 190;
    private static final double RIGHT = 96;
    private static final double STEP = 17;
    private static final String FAINT = "#c3ccd5";
    private static final String STRONG = "#52606d";
    private static final double WHOLE = 100;

    private final PaperFont font;
    private final BriefingTexts texts;

    ChartSvg(PaperFont font, BriefingTexts texts) {
        this.font = font;
        this.texts = texts;
    }

    String draw(Table table, Chart chart, Locale locale) {
        ChartData data = ChartData.of(table, chart, texts, locale);
        return switch (chart.kind()) {
            case DOTS -> dots(data, locale);
            case LINE -> lines(data);
            case PARETO -> pareto(data);
        };
    }

    /** Shares near each other: a scale that says where it begins, and marks instead of bars, which would have to begin at nought. */
    private String dots(ChartData data, Locale locale) {
        SvgPen pen = new SvgPen(font);
        double target = data.target() == null ? WHOLE : data.target().doubleValue();
        double low = Math.max(0, Math.floor(Math.min(data.smallest(), target)) - 1);
        double left = left(pen, data.labels());
        double room = WIDTH - left - RIGHT;
        double top = 34;
        double band = STEP * data.series().size() + GAP;
        double bottom = top + band * data.labels().size();
        legend(pen, data.series(), left);
        for (double share : List.of(low, (low + WHOLE) / 2, WHOLE)) {
            double x = left + room * (share - low) / (WHOLE - low);
            pen.line(x, top, x, bottom, FAINT, "");
            pen.text(x, bottom + 12, SMALL, 0, texts.text("briefing.percent", locale, trimmed(share)));
        }
        if (data.target() != null) {
            double x = left + room * (target - low) / (WHOLE - low);
            pen.line(x, top - 4, x, bottom, STRONG, "4 2");
            pen.text(x, top - 7, SMALL, 0, texts.text("briefing.chart.target", locale, trimmed(target)));
        }
        for (int row = 0; row < data.labels().size(); row++) {
            double y = top + band * row;
            pen.text(left - GAP, y + band / 2 + 3, SMALL, 1, pen.fit(data.labels().get(row), SMALL, left - GAP));
            for (int series = 0; series < data.series().size(); series++) {
                BigDecimal value = data.series().get(series).values().get(row);
                double at = y + GAP / 2 + STEP * series + STEP / 2;
                pen.line(left, at, left + room, at, FAINT, "1 3");
                double x = value == null ? left : left + room * (value.doubleValue() - low) / (WHOLE - low);
                if (value != null) {
                    pen.mark(x, at, series);
                }
                pen.text(x + GAP, at + 3, SMALL, -1, data.series().get(series).shown().get(row));
            }
        }
        return pen.svg(WIDTH, bottom + 20);
    }

    private String lines(ChartData data) {
        SvgPen pen = new SvgPen(font);
        double left = 40;
        double right = 150;
        double top = 14;
        double height = 190;
        double largest = Math.max(1, data.largest(data.series()));
        int points = data.labels().size();
        double step = (WIDTH - left - right) / Math.max(1, points - 1);
        for (double share : List.of(0.0, 0.5, 1.0)) {
            double y = top + height * (1 - share);
            pen.line(left, y, WIDTH - right, y, FAINT, "");
            pen.text(left - 6, y + 3, SMALL, 1, trimmed(largest * share));
        }
        int every = (int) Math.max(1, Math.ceil(points * 48 / (WIDTH - left - right)));
        for (int point = points - 1; point >= 0; point -= every) {
            pen.text(left + step * point, top + height + 14, SMALL, 0, data.labels().get(point));
        }
        double free = top;
        for (int series : bySize(data.series())) {
            List<BigDecimal> values = data.series().get(series).values();
            for (int point = 0; point < points; point++) {
                BigDecimal value = values.get(point);
                if (value == null) {
                    continue;
                }
                double y = top + height * (1 - value.doubleValue() / largest);
                if (point > 0 && values.get(point - 1) != null) {
                    pen.seriesLine(left + step * (point - 1), top + height * (1 - values.get(point - 1).doubleValue() / largest), left + step * point, y, series);
                }
                pen.mark(left + step * point, y, series);
                if (point == points - 1) {
                    double at = Math.max(free, y + 3);
                    free = at + 12;
                    String said = data.series().get(series).name() + " " + data.series().get(series).shown().get(point);
                    pen.text(left + step * point + GAP, at, SMALL, -1, pen.fit(said, SMALL, right - GAP));
                }
            }
        }
        return pen.svg(WIDTH, Math.max(top + height + 22, free + 4));
    }

    private String pareto(ChartData data) {
        SvgPen pen = new SvgPen(font);
        Series counts = data.series().get(0);
        Series together = data.series().get(1);
        double largest = Math.max(1, data.largest(List.of(counts)));
        double left = left(pen, data.labels());
        double room = WIDTH - left - RIGHT;
        double top = 24;
        pen.text(left, 12, SMALL, -1, counts.name());
        pen.text(WIDTH, 12, SMALL, 1, together.name());
        double band = STEP + GAP;
        for (int row = 0; row < data.labels().size(); row++) {
            double y = top + band * row;
            pen.text(left - GAP, y + STEP / 2 + 3, SMALL, 1, pen.fit(data.labels().get(row), SMALL, left - GAP));
            double width = room * number(counts, row) / largest;
            pen.bar(left, y, width, STEP);
            pen.text(Math.min(left + width + 4, WIDTH - RIGHT), y + STEP / 2 + 3, SMALL, -1, counts.shown().get(row));
            double x = left + room * number(together, row) / WHOLE;
            if (row > 0) {
                pen.seriesLine(left + room * number(together, row - 1) / WHOLE, y - band + STEP / 2, x, y + STEP / 2, 1);
            }
            pen.mark(x, y + STEP / 2, 1);
            pen.text(WIDTH, y + STEP / 2 + 3, SMALL, 1, together.shown().get(row));
        }
        return pen.svg(WIDTH, top + band * data.labels().size() + 4);
    }

    private static double number(Series series, int row) {
        BigDecimal value = series.values().get(row);
        return value == null ? 0 : value.doubleValue();
    }

    private static void legend(SvgPen pen, List<Series> series, double left) {
        double x = left;
        for (int each = 0; each < series.size(); each++) {
            pen.mark(x + 4, 8, each);
            pen.text(x + 12, 11, SMALL, -1, series.get(each).name());
            x += 28 + pen.width(series.get(each).name(), SMALL);
        }
    }

    private static double left(SvgPen pen, List<String> labels) {
        return Math.min(LONGEST_LABEL, labels.stream().mapToDouble(label -> pen.width(label, SMALL)).max().orElse(0)) + GAP;
    }

    /** Largest last value first, so that the names at the end stand in the order of the lines. */
    private static List<Integer> bySize(List<Series> series) {
        return IntStream.range(0, series.size()).boxed()
                .sorted((a, b) -> Double.compare(last(series.get(b)), last(series.get(a)))).toList();
    }

    private static double last(Series series) {
        return series.values().isEmpty() ? 0 : number(series, series.values().size() - 1);
    }

    private static String trimmed(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
