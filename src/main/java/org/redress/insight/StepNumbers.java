package org.redress.insight;

import org.jspecify.annotations.Nullable;

/**
 * One step of the process in a period.
 *
 * @param visits   that ended in it, the broken off among them
 * @param broken   ended by an event (taken over, paused, withdrawn), not by whoever had it; the others are called done
 * @param work     working minutes of the visits done, from the moment when the one who ended it took it in hand
 * @param waited   working minutes of the visits done until that moment; all of them where the step is one of waiting
 * @param clocked  visits done that had a due moment
 * @param late     of those, the ones that ended after it
 * @param back     visits with which a case came back to the step
 * @param p50      working minutes that half of the visits done did not exceed; null where none was done
 * @param standing cases that stand there at this moment, whatever the period
 * @param lateNow  of those, the ones past the due moment of the step
 */
public record StepNumbers(String element, long visits, long broken, long work, long waited, long clocked, long late, long back, @Nullable Integer p50,
        @Nullable Integer p80, @Nullable Integer p90, long standing, long lateNow) {

    static StepNumbers none(String element) {
        return new StepNumbers(element, 0, 0, 0, 0, 0, 0, 0, null, null, null, 0, 0);
    }

    public long done() {
        return visits - broken;
    }

    /** Minutes that a visit waited on average; null where none was done. */
    public @Nullable Long waitEach() {
        return done() == 0 ? null : Math.round((double) waited / done());
    }

    /** Part of one; null where no visit had a due moment. */
    public @Nullable Double lateShare() {
        return clocked == 0 ? null : (double) late / clocked;
    }

    /** @param percent 50, 80 or 90 */
    public @Nullable Integer percentile(int percent) {
        return percent == 50 ? p50 : percent == 80 ? p80 : p90;
    }

    StepNumbers at(long nowStanding, long nowLate) {
        return new StepNumbers(element, visits, broken, work, waited, clocked, late, back, p50, p80, p90, nowStanding, nowLate);
    }
}
