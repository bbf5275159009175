package org.redress.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.redress.calendar.CalendarDraft;
import org.redress.calendar.CalendarEdits;
import org.redress.calendar.WorkingCalendars;
import org.redress.deadline.Budget;
import org.redress.deadline.Calendars;
import org.redress.deadline.SpecialDay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A company holiday announced while work is under way: a second version of the calendar, and a proposal that nobody has decided on. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoCalendar {

    private final WorkingCalendars versions;
    private final Calendars calendars;
    private final DemoDesk desk;
    private final Clock clock;

    DemoCalendar(WorkingCalendars versions, Calendars calendars, DemoDesk desk, Clock clock) {
        this.versions = versions;
        this.calendars = calendars;
        this.desk = desk;
        this.clock = clock;
    }

    void load() {
        Instant inAWhile = calendars.current().plus(clock.instant(), Budget.businessDays(4));
        LocalDate date = LocalDate.ofInstant(inAWhile, calendars.current().zone());
        desk.as("admin", actor -> {
            CalendarDraft draft = versions.change(versions.draft().revision(),
                    calendar -> CalendarEdits.day(calendar, "", SpecialDay.holiday(date, "公司成立纪念日", "Company anniversary")));
            versions.save(draft.revision(), "公司成立纪念日放假 · Company anniversary");
        });
    }
}
