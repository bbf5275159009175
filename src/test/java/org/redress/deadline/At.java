package org.redress.deadline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Moments and calendars that the tests of this room speak of. */
final class At {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final WorkingCalendar CHINA = CalendarData.china();
    static final Calendars ALWAYS_CHINA = Calendars.only(CHINA);

    private At() {
    }

    /** A local date and time in Shanghai, for example {@code 2026-09-30T16:00}. */
    static Instant at(String local) {
        return at(local, SHANGHAI);
    }

    static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    static WorkingCalendar office(ZoneId zone) {
        return WorkingCalendar.of(zone, WorkingWeek.office(), List.of());
    }

    static WorkingCalendar weekdays(ZoneId zone, String hours) {
        return WorkingCalendar.of(zone, WorkingWeek.weekdays(Slot.parse(hours)), List.of());
    }
}
