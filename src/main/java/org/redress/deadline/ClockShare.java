package org.redress.deadline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The used share of a clock, measured along its runs: pauses and the time it was closed do not count. */
final class ClockShare {

    private final List<Run> runs;
    private final Measure measure;
    private final Instant due;
    private final Duration total;

    ClockShare(ClockReading reading) {
        runs = reading.runs();
        measure = reading.measure();
        due = reading.dueAt();
        total = total();
    }

    double at(Instant now) {
        if (total.isZero()) {
            return 1;
        }
        Duration used = Duration.ZERO;
        for (Run run : runs) {
            used = used.plus(overlap(run, now));
        }
        return (double) used.toNanos() / total.toNanos();
    }

    Instant moment(double share) {
        if (total.isZero()) {
            return due;
        }
        int last = runs.size() - 1;
        if (share >= 1 && !due.isBefore(runs.get(last).from())) {
            return measure.plus(due, part(share - 1));
        }
        Duration left = part(share);
        for (Run run : runs.subList(0, last)) {
            Duration room = measure.between(run.from(), run.endOr(run.from()));
            if (left.compareTo(room) <= 0) {
                return measure.plus(run.from(), left);
            }
            left = left.minus(room);
        }
        return measure.plus(runs.get(last).from(), left);
    }

    /** Exact, so that half of a long budget is not off by what a double cannot hold. */
    private Duration part(double share) {
        return Duration.ofNanos(BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(total.toNanos())).longValue());
    }

    /** Running time from the start to the due moment; the last run counts as if it went on until then. */
    private Duration total() {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            sum = sum.plus(overlap(i == runs.size() - 1 ? new Run(run.from(), null) : run, due));
        }
        return sum;
    }

    private Duration overlap(Run run, Instant until) {
        Instant end = Moments.earlier(until, run.endOr(until));
        return end.isAfter(run.from()) ? measure.between(run.from(), end) : Duration.ZERO;
    }
}
