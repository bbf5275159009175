package org.redress.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One version of everything the company knows about its working time (工作日历): the hours of a week, special days, regions that
 * differ, and stretches in which work is suspended. {@link #of} is what one case sees of it.
 */
public record CompanyCalendar(ZoneId zone, WorkingWeek week, List<SpecialDay> days, List<Region> regions, List<Suspension> suspensions) {

    private static final int LONGEST_CLOSURE_DAYS = 366;

    public CompanyCalendar {
        days = days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
        regions = regions.stream().sorted(Comparator.comparing(Region::code)).toList();
        suspensions = suspensions.stream().sorted(Comparator.comparing(Suspension::from).thenComparing(Suspension::to)
                .thenComparing(Suspension::nameEn)).toList();
    }

    /** Where cases of the area find their hours; empty for the company's own. */
    public Optional<Region> region(@Nullable String area) {
        return area == null ? Optional.empty() : regions.stream().filter(region -> region.covers(area)).findFirst();
    }

    /**
     * @param area where a case happened; null for the company as a whole
     * @param kind category class of a case; null for none in particular
     */
    public WorkingCalendar of(@Nullable String area, @Nullable String kind) {
        Region region = region(area).orElse(null);
        String wider = region == null ? null : region.code();
        return plain(region).suspended(suspensions.stream().filter(one -> one.appliesTo(area, kind) || one.appliesTo(wider, kind)).toList());
    }

    /**
     * Refuses what no clock could be read with.
     *
     * @throws CalendarException naming the part without working time, the date around which nobody works for more than a year, or an
     *     area that belongs to two regions
     */
    public CompanyCalendar checked() {
        if (week.ordinaryDay().isEmpty()) {
            throw new CalendarException("deadline.calendar.noWorkingTime");
        }
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Region region : regions) {
            WorkingWeek own = region.week();
            if (own != null && own.ordinaryDay().isEmpty()) {
                throw new CalendarException("deadline.calendar.noWorkingTime.region", region.code());
            }
            names(region).forEach(name -> {
                if (!taken.add(name)) {
                    throw new CalendarException("deadline.calendar.areaTwice", name);
                }
            });
        }
        refuseEndlessClosure(plain(null));
        regions.forEach(region -> refuseEndlessClosure(plain(region)));
        return this;
    }

    private WorkingCalendar plain(@Nullable Region region) {
        Map<LocalDate, SpecialDay> byDate = new TreeMap<>(WorkingCalendar.byDate(days));
        WorkingWeek own = region == null ? null : region.week();
        if (region != null) {
            byDate.putAll(WorkingCalendar.byDate(region.days()));
        }
        return new WorkingCalendar(zone, own == null ? week : own, byDate, List.of());
    }

    private static Set<String> names(Region region) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(region.areas());
        names.add(region.code());
        return names;
    }

    /** All suspensions at once are more than any case will meet. */
    private void refuseEndlessClosure(WorkingCalendar calendar) {
        WorkingCalendar suspended = calendar.suspended(suspensions);
        List<LocalDate> told = new ArrayList<>(calendar.specialDays().keySet());
        suspensions.forEach(one -> told.addAll(List.of(one.from().atZone(zone).toLocalDate(), one.to().atZone(zone).toLocalDate())));
        LocalDate last = told.stream().max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        int idle = 0;
        for (LocalDate date = told.stream().min(Comparator.naturalOrder()).orElse(last); !date.isAfter(last); date = date.plusDays(1)) {
            idle = suspended.isWorkingDay(date) ? 0 : idle + 1;
            if (idle > LONGEST_CLOSURE_DAYS) {
                throw new CalendarException("deadline.calendar.closed", date);
            }
        }
    }
}
