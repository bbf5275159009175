package org.redress.calendar;

import org.redress.Forgets;
import org.springframework.boot.test.context.TestComponent;

/** Versions of the calendar are kept in memory. */
@TestComponent
public class ForgetCalendars implements Forgets {

    private final StoredCalendars calendars;

    ForgetCalendars(StoredCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public void forget() {
        calendars.forget();
    }
}
