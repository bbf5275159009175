package org.redress.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that leaves the week's pattern, with the name people know it by.
 *
 * @param slots own hours; empty for a holiday, and for a make-up working day that keeps ordinary hours
 */
public record SpecialDay(LocalDate date, DayKind kind, List<Slot> slots, String nameZh, String nameEn) {

    public SpecialDay {
        slots = Slot.checked(slots);
        if (kind == DayKind.HOLIDAY && !slots.isEmpty() || kind == DayKind.HALF_DAY && slots.isEmpty()) {
            throw new CalendarException("deadline.calendar.special", date, kind);
        }
    }

    public static SpecialDay holiday(LocalDate date, String nameZh, String nameEn) {
        return new SpecialDay(date, DayKind.HOLIDAY, List.of(), nameZh, nameEn);
    }

    public static SpecialDay workday(LocalDate date, String nameZh, String nameEn) {
        return new SpecialDay(date, DayKind.WORKDAY, List.of(), nameZh, nameEn);
    }

    public static SpecialDay halfDay(LocalDate date, List<Slot> slots, String nameZh, String nameEn) {
        return new SpecialDay(date, DayKind.HALF_DAY, slots, nameZh, nameEn);
    }
}
