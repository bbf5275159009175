package org.redress.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.Slot;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.deadline.WorkingCalendar;
import org.redress.shared.Bilingual;

/**
 * A month on a page, weeks from Monday.
 *
 * @param title "October 2026"
 * @param weekdays short names
 */
public record MonthView(YearMonth month, String title, List<String> weekdays, List<List<Cell>> weeks) {

    /**
     * @param mark WORK, FREE, HOLIDAY, WORKDAY or HALF_DAY
     * @param name of a special day; "" for any other
     * @param suspended names of suspensions that touch the day; ""
     */
    public record Cell(LocalDate date, String spoken, boolean inMonth, boolean today, String mark, String name, String hours, String suspended) {
    }

    static MonthView of(CompanyCalendar calendar, String region, YearMonth month, LocalDate today, Locale locale) {
        WorkingCalendar hours = calendar.of(region.isEmpty() ? null : region, null);
        List<List<Cell>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            List<Cell> week = new ArrayList<>();
            for (int day = 0; day < 7; day++) {
                week.add(cell(calendar, hours, monday.plusDays(day), month, today, locale));
            }
            weeks.add(week);
        }
        List<String> names = Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.SHORT, locale)).toList();
        return new MonthView(month, format(locale, "uuuu年M月", "LLLL uuuu").format(month), names, weeks);
    }

    private static Cell cell(CompanyCalendar calendar, WorkingCalendar hours, LocalDate date, YearMonth month, LocalDate today, Locale locale) {
        SpecialDay special = hours.specialDays().get(date);
        List<Slot> slots = hours.slots(date);
        String mark = special != null ? special.kind().name() : slots.isEmpty() ? "FREE" : "WORK";
        String suspended = calendar.suspensions().stream().filter(one -> touches(one, date, calendar.zone()))
                .map(one -> new Bilingual(one.nameEn(), one.nameZh()).in(locale)).collect(Collectors.joining(", "));
        return new Cell(date, format(locale, "uuuu年M月d日 EEEE", "EEEE, d MMMM uuuu").format(date), YearMonth.from(date).equals(month), date.equals(today), mark,
                special == null ? "" : new Bilingual(special.nameEn(), special.nameZh()).in(locale),
                slots.stream().map(Slot::toString).collect(Collectors.joining(" ")), suspended);
    }

    private static boolean touches(Suspension one, LocalDate date, ZoneId zone) {
        return one.from().isBefore(date.plusDays(1).atStartOfDay(zone).toInstant()) && one.to().isAfter(date.atStartOfDay(zone).toInstant());
    }

    static DateTimeFormatter format(Locale locale, String chinese, String other) {
        boolean zh = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        return DateTimeFormatter.ofPattern(zh ? chinese : other, locale);
    }
}
