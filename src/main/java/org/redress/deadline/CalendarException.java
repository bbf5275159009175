package org.redress.deadline;

/** A working calendar that cannot be used: without working time, with crossing slots, or from a broken file. */
public final class CalendarException extends DeadlineException {

    private static final long serialVersionUID = 1L;

    CalendarException(String code, Object... args) {
        super(code, args);
    }

    public static CalendarException unknownVersion(int version) {
        return new CalendarException("deadline.calendar.version", version);
    }
}
