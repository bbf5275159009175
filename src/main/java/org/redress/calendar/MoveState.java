package org.redress.calendar;

/** Where the move of one clock stands. */
public enum MoveState {
    /** Nobody has decided yet. */
    OPEN,
    /** Approved, and about to be written into the ledger. */
    CHOSEN,
    /** The clock keeps the new calendar. */
    DONE,
    /** The clock stays on the calendar it had. */
    DROPPED,
    /** To be taken back, and about to be written. */
    RETURNING,
    /** Taken back: the clock keeps the calendar it had before. */
    UNDONE,
    /** The clock had stopped or changed when its turn came; nothing was written. */
    SKIPPED,
    /** The ledger of the clock refused it. */
    REFUSED
}
