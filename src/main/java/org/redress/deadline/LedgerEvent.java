package org.redress.deadline;

/** What a line of the clock ledger says (时限台账). */
public enum LedgerEvent {
    /** The clock starts with a budget, or for an outside body with its due moment. */
    STARTED,
    /** The step happens anew, for example with another team: a full new budget (重新计时). Not for what the customer was promised. */
    RESTARTED,
    /** Waiting for the customer or a third party (暂停计时). */
    PAUSED,
    RESUMED,
    /** Somebody asked for more time (申请延期); moves nothing. */
    EXTENSION_ASKED,
    /** More time was approved (延期). */
    EXTENDED,
    SEVERITY_CHANGED,
    /** An outside body's deadline holds for this clock too, with a margin. */
    OUTSIDE_LIMIT,
    /** From its start the clock keeps another version of the calendar (日历更正); what had been decided meanwhile stays decided. */
    CALENDAR_CORRECTED,
    /** A step of the ladder was taken (升级); moves nothing. The note says at which share. */
    CLIMBED,
    /** The due moment has passed (超时). */
    BREACHED,
    /** The step is done (办结); the fold tells whether in time. */
    STOPPED,
    /** Nothing is owed any more (withdrawn, merged, rejected). */
    CANCELLED,
    /** The case came back (重新打开): the clock goes on with what it had used. */
    REOPENED
}
