package org.redress.worklist;

/** The groups of a work list, in the order in which they are shown and worked. */
public enum WorkGroup {
    /** Past 150 % of the clock (严重逾期). */ CRITICAL("t.critical_at <= :now and t.start_by <= :now and not t.waiting"),
    /** 逾期 */ OVERDUE("t.due_at <= :now and t.critical_at > :now and t.start_by <= :now and not t.waiting"),
    /** 今日到期 */ TODAY("t.due_at > :now and t.due_at < :today and t.start_by < :today and not t.waiting"),
    /** Until the end of the next working day (临期). */
    SOON("t.due_at > :now and t.due_at >= :today and t.due_at < :soon and t.start_by < :soon and not t.waiting"),
    /** 未到期 */ LATER("t.due_at > :now and t.due_at >= :soon and not t.waiting"),
    /** Waits for the customer or a third party (等待中). */ WAITING("t.waiting");

    private final String condition;

    WorkGroup(String condition) {
        this.condition = condition;
    }

    /** SQL over the row {@code t}. The bound of start_by follows from due_at and ends the walk along the index early. */
    String condition() {
        return condition;
    }
}
