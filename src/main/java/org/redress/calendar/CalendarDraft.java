package org.redress.calendar;

import org.redress.deadline.CompanyCalendar;

/**
 * What is being edited.
 *
 * @param base the version it began with
 * @param revision rises with every edit; 0 before the first
 */
public record CalendarDraft(int base, int revision, CompanyCalendar calendar) {

    public boolean begun() {
        return revision > 0;
    }
}
