package org.redress.campaign;

import java.time.YearMonth;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A p-chart (p 控制图, Shewhart): does the share of a month stand out against the months before it?
 *
 * <p>With x of n in each month, p̄ = Σx / Σn over the history, which are up to {@value #LONGEST} months before and never the month itself. The
 * upper limit of a month with n is p̄ + 3·√(p̄(1 − p̄) / n), so that a month with few jobs needs a higher share. The month stands out when
 * its share is above its limit, its n is at least {@value #LEAST_N}, its x is at least {@value #LEAST_COUNT}, and the history has at least
 * {@value #SHORTEST} months with an n of at least {@value #LEAST_N}. Months with a smaller n are drawn, and count for p̄ like all others.
 *
 * @param points oldest first; the last one is the month in question
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ControlChart(List<Point> points) {

    public static final int SHORTEST = 6;
    public static final int LONGEST = 12;
    public static final int LEAST_N = 20;
    public static final int LEAST_COUNT = 3;
    public static final int SIGMAS = 3;

    /** @param count bad ones; @param of all of them */
    public record Point(YearMonth month, long count, long of) {

        @JsonIgnore
        public Proportion proportion() {
            return new Proportion(count, of);
        }
    }

    public ControlChart {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a chart needs the month it is about");
        }
    }

    @JsonIgnore
    public Point last() {
        return points.get(points.size() - 1);
    }

    @JsonIgnore
    public List<Point> history() {
        return points.subList(0, points.size() - 1);
    }

    /** Σx of Σn over the history. */
    @JsonIgnore
    public Proportion mean() {
        return history().stream().map(Point::proportion).reduce(Proportion.NONE, Proportion::plus);
    }

    /** The upper limit for a month with so many; 1 at most. */
    public double limit(long of) {
        double p = mean().share();
        return Math.min(1, p + SIGMAS * Math.sqrt(p * (1 - p) / of));
    }

    @JsonIgnore
    public boolean standsOut() {
        Point month = last();
        return history().stream().filter(point -> point.of() >= LEAST_N).count() >= SHORTEST && month.of() >= LEAST_N && month.count() >= LEAST_COUNT
                && month.proportion().share() > limit(month.of());
    }
}
