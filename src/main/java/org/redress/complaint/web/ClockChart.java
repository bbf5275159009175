package org.redress.complaint.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.redress.deadline.ClockReading;
import org.redress.deadline.ClockState;
import org.redress.deadline.Run;
import org.redress.deadline.WorkingCalendar;

/**
 * All clocks of a case as bars on one time axis, drawn by the server: numbers for an SVG of {@link #WIDTH} units. Nights and days off are
 * hatched; where the axis is too long to see a night, only whole days off are.
 */
final class ClockChart {

    static final int WIDTH = 1000;

    private static final int LABELS = 200;
    private static final int RIGHT = 10;
    private static final int TOP = 24;
    private static final int ROW = 34;
    private static final int MOST_TICKS = 9;
    private static final int NIGHTS_UP_TO_DAYS = 21;

    private final List<ClockReading> readings;
    private final WorkingCalendar calendar;
    private final Instant now;
    private final Locale locale;
    private final Instant from;
    private final Instant to;

    private ClockChart(List<ClockReading> readings, WorkingCalendar calendar, Instant now, Locale locale) {
        this.readings = readings;
        this.calendar = calendar;
        this.now = now;
        this.locale = locale;
        Instant first = now;
        Instant last = now;
        for (ClockReading reading : readings) {
            first = earlier(first, reading.startedAt());
            last = later(last, later(reading.dueAt(), reading.stoppedAt() == null ? reading.dueAt() : reading.stoppedAt()));
        }
        Duration margin = Duration.between(first, last).dividedBy(40).plusMinutes(10);
        from = first.minus(margin);
        to = last.plus(margin);
    }

    /** @param readings at least one */
    static Chart draw(List<ClockReading> readings, WorkingCalendar calendar, Instant now, Locale locale) {
        ClockChart chart = new ClockChart(readings, calendar, now, locale);
        return new Chart(WIDTH, TOP + ROW * readings.size() + 4, LABELS, TOP, chart.x(now), chart.closed(), chart.ticks(), chart.rows());
    }

    /** @param now where the line of this moment stands; @param closed stretches without working time */
    record Chart(int width, int height, int left, int top, double now, List<Bar> closed, List<Tick> ticks, List<Row> rows) {
    }

    /** @param kind ran, over, stood, rest, or closed */
    record Bar(String kind, double x, double width) {
    }

    record Tick(double x, String label) {
    }

    /** @param due where the mark of the due moment stands */
    record Row(String kind, int y, double due, List<Bar> bars) {
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (ClockReading reading : readings) {
            rows.add(new Row(reading.kind().name(), TOP + ROW * rows.size() + 6, x(reading.dueAt()), bars(reading)));
        }
        return rows;
    }

    private List<Bar> bars(ClockReading reading) {
        List<Bar> bars = new ArrayList<>();
        Instant due = reading.dueAt();
        Instant end = reading.startedAt();
        for (Run run : reading.runs()) {
            add(bars, "stood", end, run.from());
            Instant until = run.to() == null ? later(now, run.from()) : run.to();
            add(bars, "ran", run.from(), earlier(until, due));
            add(bars, "over", later(run.from(), due), until);
            end = until;
        }
        if (reading.state() == ClockState.PAUSED) {
            add(bars, "stood", end, now);
        }
        if (!reading.state().stopped()) {
            add(bars, "rest", later(end, now), due);
        }
        return bars;
    }

    private List<Bar> closed() {
        List<Bar> closed = new ArrayList<>();
        if (Duration.between(from, to).toDays() <= NIGHTS_UP_TO_DAYS) {
            Instant end = from;
            for (Run run : calendar.working(from, to)) {
                add(closed, "closed", end, run.from());
                end = run.to() == null ? run.from() : run.to();
            }
            add(closed, "closed", end, to);
            return closed;
        }
        ZoneId zone = calendar.zone();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.atStartOfDay(zone).toInstant().isAfter(to); day = day.plusDays(1)) {
            Instant morning = day.atStartOfDay(zone).toInstant();
            Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
            if (calendar.working(morning, next).isEmpty()) {
                add(closed, "closed", later(from, morning), earlier(to, next));
            }
        }
        return closed;
    }

    private List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        long hours = Math.max(1, Duration.between(from, to).toHours());
        ZoneId zone = calendar.zone();
        boolean byHours = hours <= 36;
        int step = byHours ? 6 : (int) Math.max(1, (hours / 24 + MOST_TICKS - 1) / MOST_TICKS);
        String pattern = chinese ? byHours ? "M月d日 HH:mm" : "M月d日" : byHours ? "d MMM HH:mm" : "d MMM";
        ZonedDateTime tick = from.atZone(zone).toLocalDate().atStartOfDay(zone);
        while (!tick.toInstant().isAfter(to)) {
            if (tick.toInstant().isAfter(from)) {
                ticks.add(new Tick(x(tick.toInstant()), DateTimeFormatter.ofPattern(pattern, locale).format(tick)));
            }
            tick = byHours ? tick.plusHours(step) : tick.plusDays(step);
        }
        return ticks;
    }

    private void add(List<Bar> bars, String kind, Instant start, Instant end) {
        if (start.isBefore(end)) {
            double x = x(start);
            bars.add(new Bar(kind, x, Math.max(0.5, rounded(x(end) - x))));
        }
    }

    private double x(Instant moment) {
        double share = (double) Duration.between(from, moment).toMillis() / Duration.between(from, to).toMillis();
        return rounded(LABELS + share * (WIDTH - LABELS - RIGHT));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
