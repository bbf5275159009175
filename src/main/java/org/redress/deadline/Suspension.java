package org.redress.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which no work can be asked for (暂停服务时段): a typhoon, the outage of an area. It takes working time away, so a clock
 * is credited what it lost, exactly as if it had been paused; clocks around the clock and wall-clock budgets know no suspension.
 *
 * @param area only for cases of this area; null for all
 * @param kind only for cases of this category class; null for all
 */
public record Suspension(Instant from, Instant to, @Nullable String area, @Nullable String kind, String nameZh, String nameEn) {

    public Suspension {
        if (!from.isBefore(to)) {
            throw new CalendarException("deadline.calendar.suspension", from, to);
        }
    }

    public boolean appliesTo(@Nullable String caseArea, @Nullable String caseKind) {
        return (area == null || area.equalsIgnoreCase(caseArea)) && (kind == null || kind.equals(caseKind));
    }

    boolean overlaps(Instant begin, Instant end) {
        return from.isBefore(end) && to.isAfter(begin);
    }
}
