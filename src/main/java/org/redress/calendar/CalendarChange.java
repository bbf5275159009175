package org.redress.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.Region;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.deadline.WorkingWeek;

/**
 * One difference between two versions, as a person reads it.
 *
 * @param what the message {@code calendar.change.<what>}: zone, week, day, region, suspension
 * @param where code of the region; "" for the company
 * @param before null where there was nothing; @param after null where nothing is left
 */
public record CalendarChange(String what, String where, @Nullable String before, @Nullable String after) {

    /** In the order of a page: zone, week, days, regions, suspensions. */
    public static List<CalendarChange> between(CompanyCalendar from, CompanyCalendar to) {
        List<CalendarChange> changes = new ArrayList<>();
        add(changes, "zone", "", from.zone().getId(), to.zone().getId());
        add(changes, "week", "", text(from.week()), text(to.week()));
        days(changes, "", from.days(), to.days());
        Map<String, Region> before = byCode(from);
        Map<String, Region> after = byCode(to);
        TreeSet<String> codes = new TreeSet<>(before.keySet());
        codes.addAll(after.keySet());
        for (String code : codes) {
            Region old = before.get(code);
            Region now = after.get(code);
            add(changes, "region", code, old == null ? null : text(old), now == null ? null : text(now));
            add(changes, "week", code, old == null ? null : text(old.week()), now == null ? null : text(now.week()));
            days(changes, code, old == null ? List.of() : old.days(), now == null ? List.of() : now.days());
        }
        from.suspensions().stream().filter(one -> !to.suspensions().contains(one)).forEach(one -> add(changes, "suspension", "", text(one, from), null));
        to.suspensions().stream().filter(one -> !from.suspensions().contains(one)).forEach(one -> add(changes, "suspension", "", null, text(one, to)));
        return changes;
    }

    private static void days(List<CalendarChange> changes, String where, List<SpecialDay> from, List<SpecialDay> to) {
        Map<LocalDate, SpecialDay> before = byDate(from);
        Map<LocalDate, SpecialDay> after = byDate(to);
        TreeSet<LocalDate> dates = new TreeSet<>(before.keySet());
        dates.addAll(after.keySet());
        dates.forEach(date -> add(changes, "day", where, text(before.get(date)), text(after.get(date))));
    }

    private static void add(List<CalendarChange> changes, String what, String where, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new CalendarChange(what, where, before, after));
        }
    }

    private static Map<LocalDate, SpecialDay> byDate(List<SpecialDay> days) {
        return days.stream().collect(Collectors.toMap(SpecialDay::date, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    private static Map<String, Region> byCode(CompanyCalendar calendar) {
        return calendar.regions().stream().collect(Collectors.toMap(Region::code, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    private static @Nullable String text(@Nullable WorkingWeek week) {
        return week == null ? null : week.days().entrySet().stream().filter(day -> !day.getValue().isEmpty())
                .map(day -> day.getKey().getValue() + ": " + CalendarStore.hours(day.getValue())).collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable SpecialDay day) {
        return day == null ? null
                : (day.date() + " " + day.kind() + " " + day.nameZh() + " / " + day.nameEn() + " " + CalendarStore.hours(day.slots())).strip();
    }

    private static String text(Region region) {
        return region.nameZh() + " / " + region.nameEn() + ": " + String.join(", ", region.areas());
    }

    private static String text(Suspension one, CompanyCalendar calendar) {
        return one.from().atZone(calendar.zone()).toLocalDateTime() + " – " + one.to().atZone(calendar.zone()).toLocalDateTime() + " " + one.nameZh()
                + " / " + one.nameEn() + (one.area() == null ? "" : " · " + one.area()) + (one.kind() == null ? "" : " · " + one.kind());
    }
}
