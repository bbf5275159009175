package org.redress.process;

import org.redress.briefing.BriefingCalendar;
import org.redress.figure.PeriodKind;
import org.springframework.stereotype.Component;

/** What the model of the briefing may ask: {@code briefings}. */
interface ModelBriefings extends ModelFunctions {

    /** Whether the briefing of the last period of the kind (WEEK, MONTH, QUARTER, YEAR) should be started today. */
    boolean isOver(String kind);
}

@Component("briefings")
class BriefingFunctions implements ModelBriefings {

    private final BriefingCalendar calendar;

    BriefingFunctions(BriefingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public boolean isOver(String kind) {
        return calendar.isDue(PeriodKind.valueOf(kind));
    }
}
