package org.redress.campaign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.redress.campaign.ControlChart;
import org.redress.campaign.Effect;
import org.redress.campaign.Pareto;

/**
 * A drawing of shares along months or causes, as the template writes it: numbers are places in a field of {@value #WIDTH} by {@value #HEIGHT}. The
 * same numbers stand in the table beside it.
 *
 * @param line    joins the shares
 * @param limit   path of the limits, empty for none
 * @param level   height of the mean, empty for none
 */
record Plot(List<Mark> marks, List<Tick> ticks, String line, String limit, String level) {

    static final int WIDTH = 720;
    static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int TOP = 16;
    private static final int RIGHT = 16;
    private static final int BOTTOM = 36;
    private static final int TICKS = 4;
    private static final int MOST_LABELS = 13;
    private static final double[] STEPS = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25};

    /**
     * One month or cause.
     *
     * @param low   height of the lower end of its interval, and of its bar's foot
     * @param high  height of the upper end of its interval, and of its bar's top
     * @param kind  what it is drawn as
     * @param label below it, empty where there is no room
     */
    record Mark(String x, String y, String low, String high, String left, String width, String tall, String kind, String label) {
    }

    /** A height and its share in words. */
    record Tick(String y, String label) {
    }

    /** @param ceiling the largest share that has to fit; @param places how many marks stand side by side */
    private record Field(double ceiling, int places) {

        double x(int place) {
            return LEFT + (place + 0.5) * step();
        }

        double step() {
            return (double) (WIDTH - LEFT - RIGHT) / places;
        }

        double y(double share) {
            return TOP + (1 - share / ceiling) * (HEIGHT - TOP - BOTTOM);
        }

        List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i <= TICKS; i++) {
                double share = ceiling * i / TICKS;
                ticks.add(new Tick(number(y(share)), String.format(Locale.ROOT, "%.1f %%", 100 * share)));
            }
            return ticks;
        }
    }

    /** @param labels a word for each point */
    static Plot of(ControlChart chart, List<String> labels) {
        List<ControlChart.Point> points = chart.points();
        double top = points.stream().filter(point -> point.of() > 0)
                .mapToDouble(point -> Math.max(point.proportion().share(), chart.limit(point.of()))).max().orElse(1);
        Field field = new Field(ceiling(top), points.size());
        List<Mark> marks = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringBuilder limit = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            ControlChart.Point point = points.get(i);
            if (point.of() > 0) {
                double share = point.proportion().share();
                double high = chart.limit(point.of());
                marks.add(mark(field, i, share, 0, 0, share > high ? "out" : "in", label(labels, i)));
                line.append(at(line.isEmpty() ? 'M' : 'L', field.x(i), field.y(share)));
                limit.append(at('M', field.x(i) - field.step() / 2, field.y(high))).append(at('L', field.x(i) + field.step() / 2, field.y(high)));
            }
        }
        return new Plot(marks, field.ticks(), line.toString(), limit.toString(), number(field.y(chart.mean().share())));
    }

    static Plot of(Effect effect, List<String> labels) {
        List<Effect.Month> months = effect.months();
        double top = months.stream().map(month -> month.proportion().interval()).filter(each -> each != null).mapToDouble(each -> each.high()).max().orElse(1);
        Field field = new Field(ceiling(top), months.size());
        List<Mark> marks = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < months.size(); i++) {
            Effect.Month month = months.get(i);
            var interval = month.proportion().interval();
            if (interval != null) {
                double share = month.proportion().share();
                marks.add(mark(field, i, share, interval.low(), interval.high(), month.phase().name(), label(labels, i)));
                line.append(at(line.isEmpty() ? 'M' : 'L', field.x(i), field.y(share)));
            }
        }
        return new Plot(marks, field.ticks(), line.toString(), "", "");
    }

    /** Bars are shares of all; the line is what they come to together. Bars bear their rank. */
    static Plot of(Pareto pareto) {
        Field field = new Field(1, pareto.bars().size());
        List<Mark> marks = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < pareto.bars().size(); i++) {
            Pareto.Bar bar = pareto.bars().get(i);
            double share = (double) bar.count() / pareto.total();
            double sum = (double) bar.sum() / pareto.total();
            marks.add(mark(field, i, sum, 0, share, "bar", String.valueOf(i + 1)));
            line.append(at(line.isEmpty() ? 'M' : 'L', field.x(i), field.y(sum)));
        }
        return new Plot(marks, field.ticks(), line.toString(), "", "");
    }

    private static Mark mark(Field field, int place, double share, double low, double high, String kind, String label) {
        return new Mark(number(field.x(place)), number(field.y(share)), number(field.y(low)), number(field.y(high)),
                number(field.x(place) - field.step() * 0.35), number(field.step() * 0.7), number(field.y(low) - field.y(high)), kind, label);
    }

    /** Where there is no room for all, the last one and every second or third before it. */
    private static String label(List<String> labels, int place) {
        int every = (labels.size() + MOST_LABELS - 1) / MOST_LABELS;
        return (labels.size() - 1 - place) % every == 0 ? labels.get(place) : "";
    }

    /** A round number above, so that four lines have round shares. */
    private static double ceiling(double share) {
        for (double step : STEPS) {
            if (share <= step * TICKS) {
                return step * TICKS;
            }
        }
        return 1;
    }

    private static String at(char verb, double x, double y) {
        return verb + number(x) + " " + number(y);
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
