package org.redress.report;

import java.time.LocalDate;

import org.redress.deadline.WorkingCalendar;
import org.redress.figure.PeriodKind;

/** How often a view is mailed: on the first working day of each week or month. */
public enum Rhythm {
    WEEKLY(PeriodKind.WEEK), MONTHLY(PeriodKind.MONTH);

    /** A calendar that knows no working day in so many days is none. */
    private static final int FAR = 60;

    private final PeriodKind period;

    Rhythm(PeriodKind period) {
        this.period = period;
    }

    /** The first working day of the next period after the one a day lies in. */
    LocalDate next(LocalDate day, WorkingCalendar calendar) {
        return working(period.end(period.start(day)), calendar);
    }

    /** The day itself, or the next one that is worked on. */
    static LocalDate working(LocalDate day, WorkingCalendar calendar) {
        return day.datesUntil(day.plusDays(FAR)).filter(each -> !calendar.slots(each).isEmpty()).findFirst().orElse(day);
    }
}
