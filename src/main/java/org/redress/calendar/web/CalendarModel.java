package org.redress.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.redress.calendar.CalendarEdits;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.Region;
import org.redress.deadline.Slot;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.deadline.WorkingWeek;
import org.redress.shared.Bilingual;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What both the page that shows a calendar and the one that edits it say of it. */
@Component
class CalendarModel {

    private final Clock clock;

    CalendarModel(Clock clock) {
        this.clock = clock;
    }

    /** @param day as people write it */
    record DayRow(LocalDate date, String day, String kind, String name, String hours) {
    }

    record WeekRow(String day, String hours) {
    }

    /** @param at what names it when it is taken away */
    record SuspensionRow(int at, String from, String to, String name, String area, String kind) {
    }

    record RegionRow(String code, String name, String areas) {
    }

    /** @param month as asked for; anything else is the month of today. @param region as asked for; an unknown one is the company */
    void fill(Model model, CompanyCalendar calendar, String month, String region, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        YearMonth shown = month(month, today);
        String where = calendar.regions().stream().anyMatch(one -> one.code().equals(region)) ? region : "";
        model.addAttribute("view", MonthView.of(calendar, where, shown, today, locale));
        model.addAttribute("before", shown.minusMonths(1));
        model.addAttribute("after", shown.plusMonths(1));
        model.addAttribute("region", where);
        model.addAttribute("zone", calendar.zone().getId());
        model.addAttribute("week", week(calendar, where, locale));
        model.addAttribute("year", shown.getYear());
        model.addAttribute("days", days(calendar, where, shown, locale));
        model.addAttribute("regions", calendar.regions().stream()
                .map(one -> new RegionRow(one.code(), name(one.nameEn(), one.nameZh(), locale), String.join(", ", one.areas()))).toList());
        model.addAttribute("suspensions", suspensions(calendar, locale));
    }

    /** Names of the regions by code, the company first. */
    static Map<String, String> regions(CompanyCalendar calendar, String company, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", company);
        calendar.regions().forEach(one -> names.put(one.code(), name(one.nameEn(), one.nameZh(), locale)));
        return names;
    }

    private static YearMonth month(String text, LocalDate today) {
        try {
            YearMonth month = YearMonth.parse(text);
            return month.getYear() < 1990 || month.getYear() > 2200 ? YearMonth.from(today) : month;
        } catch (DateTimeParseException none) {
            return YearMonth.from(today);
        }
    }

    private static List<DayRow> days(CompanyCalendar calendar, String region, YearMonth shown, Locale locale) {
        return CalendarEdits.days(calendar, region).stream().filter(day -> day.date().getYear() == shown.getYear())
                .map(day -> row(day, locale)).toList();
    }

    private static DayRow row(SpecialDay day, Locale locale) {
        return new DayRow(day.date(), MonthView.format(locale, "uuuu年M月d日 EEE", "EEE, d MMM uuuu").format(day.date()), day.kind().name(),
                name(day.nameEn(), day.nameZh(), locale), text(day.slots()));
    }

    private static List<WeekRow> week(CompanyCalendar calendar, String region, Locale locale) {
        WorkingWeek own = calendar.regions().stream().filter(one -> one.code().equals(region)).findFirst().map(Region::week).orElse(null);
        List<WeekRow> rows = new ArrayList<>();
        (own == null ? calendar.week() : own).days().forEach((day, slots) ->
                rows.add(new WeekRow(day.getDisplayName(TextStyle.FULL, locale), text(slots))));
        return rows;
    }

    private static List<SuspensionRow> suspensions(CompanyCalendar calendar, Locale locale) {
        List<SuspensionRow> rows = new ArrayList<>();
        var format = MonthView.format(locale, "uuuu年M月d日 HH:mm", "d MMM uuuu, HH:mm");
        for (Suspension one : calendar.suspensions()) {
            rows.add(new SuspensionRow(rows.size(), format.format(one.from().atZone(calendar.zone())), format.format(one.to().atZone(calendar.zone())),
                    name(one.nameEn(), one.nameZh(), locale), one.area() == null ? "" : one.area(), one.kind() == null ? "" : one.kind()));
        }
        return rows;
    }

    private static String text(List<Slot> slots) {
        return slots.stream().map(Slot::toString).collect(Collectors.joining(" "));
    }

    private static String name(String en, String zh, Locale locale) {
        return new Bilingual(en, zh).in(locale);
    }
}
