package org.redress.insight;

/** How an open case stands with its clocks; each stands in exactly one of these. */
public enum BoardState {
    /** A clock has passed its due moment (超时). */ BREACHED,
    /** Three quarters or more of a clock are used (临近超时). */ AT_RISK,
    /** 正常 */ ON_TRACK,
    /** Waits, and nothing else presses (暂停). */ PAUSED
}
