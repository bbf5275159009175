package org.redress.deadline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Special days as data: lines of {@code date,kind,name_zh,name_en,hours} under a heading, without quotes. Hours are given as
 * {@code 08:30-12:00 13:30-17:30} and may be empty.
 */
public final class CalendarData {

    /** Why version 1 is there. */
    public static final String SHIPPED = "中国 China 2025–2026";
    private static final int COLUMNS = 5;

    private CalendarData() {
    }

    /**
     * China in office hours, with the official holidays and make-up working days (调休) of 2025 and 2026 as the State Council
     * announced them. Later years follow the plain week until their days are entered.
     */
    public static WorkingCalendar china() {
        return shipped().of(null, null);
    }

    /** What version 1 holds: China in office hours, no regions, nothing suspended. */
    public static CompanyCalendar shipped() {
        return new CompanyCalendar(ZoneId.of("Asia/Shanghai"), WorkingWeek.office(), parse(Resources.lines("/calendar/china.csv")), List.of(),
                List.of());
    }

    /** Throws {@link CalendarException} that names the line which cannot be read; the first line is the heading. */
    public static List<SpecialDay> parse(List<String> lines) {
        List<SpecialDay> days = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                days.add(day(i + 1, lines.get(i)));
            }
        }
        return days;
    }

    private static SpecialDay day(int number, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new CalendarException("deadline.calendar.line", number, line);
        }
        try {
            List<Slot> slots = cells[4].isBlank() ? List.of() : Slot.parse(cells[4]);
            return new SpecialDay(LocalDate.parse(cells[0].strip()), DayKind.valueOf(cells[1].strip()), slots, cells[2].strip(), cells[3].strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new CalendarException("deadline.calendar.line", number, line);
        }
    }
}
