package org.redress.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.Region;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.deadline.WorkingWeek;

/** What can be done to a calendar; each answers another one. A region of "" is the company itself. */
public final class CalendarEdits {

    private CalendarEdits() {
    }

    /** Puts a special day in the place of whatever the date was before. */
    public static CompanyCalendar day(CompanyCalendar calendar, String region, SpecialDay day) {
        return days(calendar, region, days -> {
            List<SpecialDay> others = new ArrayList<>(without(days, day.date()));
            others.add(day);
            return others;
        });
    }

    /** The date follows the week again. */
    public static CompanyCalendar ordinaryDay(CompanyCalendar calendar, String region, LocalDate date) {
        return days(calendar, region, days -> without(days, date));
    }

    /** @param week null only for a region, which then keeps the company's */
    public static CompanyCalendar week(CompanyCalendar calendar, String region, @Nullable WorkingWeek week) {
        if (region.isEmpty()) {
            return new CompanyCalendar(calendar.zone(), week == null ? calendar.week() : week, calendar.days(), calendar.regions(),
                    calendar.suspensions());
        }
        return regions(calendar, region, one -> new Region(one.code(), one.nameZh(), one.nameEn(), one.areas(), week, one.days()));
    }

    public static CompanyCalendar zone(CompanyCalendar calendar, ZoneId zone) {
        return new CompanyCalendar(zone, calendar.week(), calendar.days(), calendar.regions(), calendar.suspensions());
    }

    /** A new region, or other names and areas of a known one. */
    public static CompanyCalendar region(CompanyCalendar calendar, Region wanted) {
        Region known = calendar.regions().stream().filter(one -> one.code().equals(wanted.code())).findFirst().orElse(wanted);
        List<Region> all = new ArrayList<>(calendar.regions().stream().filter(one -> !one.code().equals(wanted.code())).toList());
        all.add(new Region(wanted.code(), wanted.nameZh(), wanted.nameEn(), wanted.areas(), known.week(), known.days()));
        return with(calendar, all);
    }

    public static CompanyCalendar withoutRegion(CompanyCalendar calendar, String code) {
        return with(calendar, calendar.regions().stream().filter(one -> !one.code().equals(code)).toList());
    }

    public static CompanyCalendar suspension(CompanyCalendar calendar, Suspension wanted) {
        LinkedHashSet<Suspension> all = new LinkedHashSet<>(calendar.suspensions());
        all.add(wanted);
        return new CompanyCalendar(calendar.zone(), calendar.week(), calendar.days(), calendar.regions(), List.copyOf(all));
    }

    public static CompanyCalendar withoutSuspension(CompanyCalendar calendar, Suspension gone) {
        return new CompanyCalendar(calendar.zone(), calendar.week(), calendar.days(), calendar.regions(),
                calendar.suspensions().stream().filter(one -> !one.equals(gone)).toList());
    }

    /** Special days of the company or of a region. */
    public static List<SpecialDay> days(CompanyCalendar calendar, String region) {
        return region.isEmpty() ? calendar.days()
                : calendar.regions().stream().filter(one -> one.code().equals(region)).findFirst().map(Region::days).orElse(List.of());
    }

    private static CompanyCalendar days(CompanyCalendar calendar, String region, UnaryOperator<List<SpecialDay>> change) {
        if (region.isEmpty()) {
            return new CompanyCalendar(calendar.zone(), calendar.week(), change.apply(calendar.days()), calendar.regions(), calendar.suspensions());
        }
        return regions(calendar, region,
                one -> new Region(one.code(), one.nameZh(), one.nameEn(), one.areas(), one.week(), change.apply(one.days())));
    }

    private static CompanyCalendar regions(CompanyCalendar calendar, String code, UnaryOperator<Region> change) {
        return with(calendar, calendar.regions().stream().map(one -> one.code().equals(code) ? change.apply(one) : one).toList());
    }

    private static CompanyCalendar with(CompanyCalendar calendar, List<Region> regions) {
        return new CompanyCalendar(calendar.zone(), calendar.week(), calendar.days(), regions, calendar.suspensions());
    }

    private static List<SpecialDay> without(List<SpecialDay> days, LocalDate date) {
        return days.stream().filter(day -> !day.date().equals(date)).toList();
    }
}
