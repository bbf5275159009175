package org.redress.deadline;

import org.jspecify.annotations.Nullable;

/** All versions of the company's calendar. A version never changes once it is there, so every answer may be kept. */
public interface Calendars {

    /** The version that new clocks keep. */
    int newest();

    /**
     * @param area null for the company as a whole
     * @param kind category class; null for cases of no particular kind
     * @throws CalendarException when there is no such version
     */
    WorkingCalendar of(int version, @Nullable String area, @Nullable String kind);

    default WorkingCalendar of(CalendarInForce inForce) {
        return of(inForce.version(), inForce.area(), inForce.kind());
    }

    /** The company's hours as of now, for everything that is no clock of a case. */
    default WorkingCalendar current() {
        return of(newest(), null, null);
    }

    /** A company whose calendar has never changed. */
    static Calendars only(WorkingCalendar calendar) {
        return new Calendars() {

            @Override
            public int newest() {
                return CalendarInForce.FIRST.version();
            }

            @Override
            public WorkingCalendar of(int version, @Nullable String area, @Nullable String kind) {
                return calendar;
            }
        };
    }
}
