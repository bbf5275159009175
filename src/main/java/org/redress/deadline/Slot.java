package org.redress.deadline;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One unbroken stretch of working time in a day, in local time, start included and end not.
 *
 * @param end midnight means the end of the day (24:00)
 */
public record Slot(LocalTime start, LocalTime end) {

    private static final int DAY = 24 * 60 * 60;

    public Slot {
        if (start.toNanoOfDay() % 1_000_000_000 != 0 || end.toNanoOfDay() % 1_000_000_000 != 0
                || start.toSecondOfDay() >= second(end)) {
            throw new CalendarException("deadline.calendar.slot", start, end);
        }
    }

    public static Slot of(String start, String end) {
        try {
            return new Slot(LocalTime.parse(start), "24:00".equals(end) ? LocalTime.MIDNIGHT : LocalTime.parse(end));
        } catch (DateTimeException e) {
            throw new CalendarException("deadline.calendar.slot", start, end);
        }
    }

    /** Reads {@code "08:30-12:00 13:30-17:30"}. */
    public static List<Slot> parse(String text) {
        List<Slot> slots = new ArrayList<>();
        for (String part : text.strip().split("\\s+")) {
            int dash = part.indexOf('-');
            if (dash < 0) {
                throw new CalendarException("deadline.calendar.slot", part, "");
            }
            slots.add(of(part.substring(0, dash), part.substring(dash + 1)));
        }
        return checked(slots);
    }

    /** The slots of one day in their order; crossing slots are refused. */
    static List<Slot> checked(List<Slot> slots) {
        List<Slot> sorted = slots.stream().sorted(Comparator.comparing(Slot::start)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).startSecond() < sorted.get(i - 1).endSecond()) {
                throw new CalendarException("deadline.calendar.crossing", sorted.get(i - 1), sorted.get(i));
            }
        }
        return sorted;
    }

    int startSecond() {
        return start.toSecondOfDay();
    }

    int endSecond() {
        return second(end);
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(start) && (end.equals(LocalTime.MIDNIGHT) || time.isBefore(end));
    }

    /** The end as {@link #of} reads it: 24:00 for midnight. */
    public String endText() {
        return end.equals(LocalTime.MIDNIGHT) ? "24:00" : end.toString();
    }

    private static int second(LocalTime end) {
        return end.equals(LocalTime.MIDNIGHT) ? DAY : end.toSecondOfDay();
    }

    @Override
    public String toString() {
        return start + "-" + endText();
    }
}
