package org.redress.briefing;

import java.time.Clock;
import java.time.LocalDate;

import org.redress.deadline.Calendars;
import org.redress.figure.PeriodKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which briefing is due when, by the days of the company's calendar. */
@Component
public class BriefingCalendar {

    private final BriefingTable table;
    private final Calendars calendars;
    private final Clock clock;

    BriefingCalendar(BriefingTable table, Calendars calendars, Clock clock) {
        this.table = table;
        this.calendars = calendars;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendars.current().zone());
    }

    /** The last period of the kind that is over. */
    public Period lastOver(PeriodKind kind) {
        return Period.of(kind, today()).previous();
    }

    /**
     * Whether the last period that is over wants its briefing: on the first day after it; on a later one, when the server stood still on the first,
     * while it has none although the period before has one.
     */
    @Transactional(readOnly = true)
    public boolean isDue(PeriodKind kind) {
        Period last = lastOver(kind);
        return last.to().equals(today()) || table.find(last, null).isEmpty() && table.find(last.previous(), null).isPresent();
    }
}
