package org.redress.deadline;

/** Where a clock stands. A clock past its due moment that still runs is {@code RUNNING} with {@code breachedAt} set. */
public enum ClockState {
    RUNNING, PAUSED,
    /** Stopped in time. */
    MET,
    /** Stopped too late. */
    BREACHED,
    /** Stopped because nothing is owed any more (withdrawn, merged, rejected). */
    CANCELLED;

    public boolean stopped() {
        return this != RUNNING && this != PAUSED;
    }
}
