package org.redress.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clock shows: the fold of its ledger over the calendar. Nothing else computes a due moment.
 *
 * @param round 1, and one more with every restart
 * @param severity as of the last line
 * @param budget as of the last line; null for an outside body's clock
 * @param dueAt while paused: due if the pause ended the moment it began; the credit follows with the resume
 * @param pauseEndsAt while paused: when the allowance is used up and the clock runs on by itself
 * @param pausedMinutes credited time in the clock's own measure
 * @param breachedAt when the clock first ran past its due moment; stays, whatever happens later in the round
 * @param breachWritten whether a line of this round already tells the breach
 * @param runs the stretches in which it ran, oldest first
 * @param lines the ledger as a person checks it
 * @param inForce the version of the company's calendar the round is read with
 * @param calendar the calendar this clock keeps: the company's, or around the clock for S1
 */
public record ClockReading(ClockKind kind, int round, ClockState state, Severity severity, @Nullable Budget budget,
        Instant startedAt, Instant dueAt, @Nullable Instant pausedSince, @Nullable Instant pauseEndsAt, long pausedMinutes,
        @Nullable Instant breachedAt, boolean breachWritten, @Nullable Instant stoppedAt, List<Run> runs, List<LedgerLine> lines,
        CalendarInForce inForce, WorkingCalendar calendar) {

    public ClockReading {
        runs = List.copyOf(runs);
        lines = List.copyOf(lines);
    }

    /** The share of the clock used at a moment: 0 at the start, 1 at the due moment. Stands still while paused or stopped. */
    public double share(Instant now) {
        return new ClockShare(this).at(now);
    }

    /**
     * When the share is reached if the clock goes on as it does, for example 1.5 for one and a half times the limit; working
     * time counts for business budgets. Like {@code dueAt}, a paused or stopped clock answers as if it had gone on.
     */
    public Instant momentAtShare(double share) {
        return new ClockShare(this).moment(share);
    }

    /** When to begin at the latest to be done by the due moment with this much work ahead (最迟开始时间). */
    public Instant latestSafeStart(Duration work) {
        return calendar.latestSafeStart(dueAt, work);
    }

    /** Working time left until the due moment (around the clock for S1); negative once it has passed. */
    public Duration workingTimeLeft(Instant now) {
        return calendar.workingTime(now, dueAt);
    }

    /** The due moment that an extension would give (延期): whole business days for a budget in them. */
    public Instant extendedBy(Budget allowance) {
        return calendar.extend(dueAt, allowance);
    }

    /** Time from the beginning to the due moment in the clock's own measure: what all lines together gave it, to the minute. */
    public long totalMinutes() {
        return measure().between(startedAt, dueAt).toMinutes();
    }

    /** Whether only working time counts. */
    public boolean countsWorkingTime() {
        return measure().calendar() != null;
    }

    Measure measure() {
        return Measure.of(budget, calendar);
    }
}
