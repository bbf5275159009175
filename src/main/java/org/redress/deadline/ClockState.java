package org.redress.deadline;

/** Where a clock stands; a breached clock that still runs is RUNNING with a breach moment. */
public enum ClockState {
    RUNNING, PAUSED, MET, BREACHED, CANCELLED
}
