package org.redress.deadline;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The hours of an ordinary week (周工作时间), slots per day; a day without slots is free. */
public record WorkingWeek(Map<DayOfWeek, List<Slot>> days) {

    private static final List<Slot> OFFICE = Slot.parse("08:30-12:00 13:30-17:30");

    public WorkingWeek {
        Map<DayOfWeek, List<Slot>> copy = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            copy.put(day, Slot.checked(days.getOrDefault(day, List.of())));
        }
        days = Collections.unmodifiableMap(copy);
    }

    /** Monday to Friday 08:30-12:00 and 13:30-17:30: the default of the domain. */
    public static WorkingWeek office() {
        return weekdays(OFFICE);
    }

    /** The same hours from Monday to Friday. */
    public static WorkingWeek weekdays(List<Slot> slots) {
        Map<DayOfWeek, List<Slot>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, day.compareTo(DayOfWeek.SATURDAY) < 0 ? slots : List.of());
        }
        return new WorkingWeek(days);
    }

    /** Every day around the clock. */
    public static WorkingWeek always() {
        Map<DayOfWeek, List<Slot>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, Slot.parse("00:00-24:00"));
        }
        return new WorkingWeek(days);
    }

    public List<Slot> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** The hours of a make-up working day: those of the first day of the week that works. */
    List<Slot> ordinaryDay() {
        return days.values().stream().filter(slots -> !slots.isEmpty()).findFirst().orElse(List.of());
    }
}
