package org.redress.process;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/**
 * Repeating timers of models, in the company's time zone: "0 0 6 1 * ?" is six in the morning where the company works, wherever the server
 * stands. Asked for the calendar late: it needs the database, and the engine is there before.
 */
@Component
class CompanyCycles extends CycleBusinessCalendar {

    private static final String ISO_REPEAT = "R";

    private final ObjectProvider<Calendars> calendars;
    private final Clock clock;

    CompanyCycles(ObjectProvider<Calendars> calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    BusinessCalendarManager calendars() {
        MapBusinessCalendarManager manager = new MapBusinessCalendarManager();
        manager.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar());
        manager.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
        manager.addBusinessCalendar(CycleBusinessCalendar.NAME, this);
        return manager;
    }

    @Override
    public @Nullable Date resolveDuedate(String cycle, Task task) {
        return resolveDuedate(cycle);
    }

    @Override
    public @Nullable Date resolveDuedate(String cycle) {
        return resolveDuedate(cycle, (Date) null);
    }

    @Override
    public @Nullable Date resolveDuedate(String cycle, @Nullable Date start) {
        return resolveDuedate(cycle, start, 0);
    }

    @Override
    public @Nullable Date resolveDuedate(String cycle, @Nullable Date start, long offset) {
        if (cycle.startsWith(ISO_REPEAT)) {
            return super.resolveDuedate(cycle, start, offset);
        }
        try {
            ZonedDateTime from = (start == null ? clock.instant() : start.toInstant()).atZone(zone());
            ZonedDateTime next = CronExpression.parse(cycle).next(from);
            return next == null ? null : Date.from(next.toInstant());
        } catch (IllegalArgumentException e) {
            throw new ProcessEngineException("The cycle of a timer cannot be read: " + cycle, e);
        }
    }

    private ZoneId zone() {
        Calendars known = calendars.getIfAvailable();
        return known == null ? clock.getZone() : known.current().zone();
    }
}
