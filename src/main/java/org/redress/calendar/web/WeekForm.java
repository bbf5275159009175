package org.redress.calendar.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.redress.calendar.CalendarEdits;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.Region;
import org.redress.deadline.Slot;
import org.redress.deadline.WorkingWeek;
import org.redress.shared.Problem;

/** The hours of a week as an administrator types them; for the company also the time zone. */
public class WeekForm {

    private int revision;
    private String region = "";
    private String zone = "";
    private boolean own = true;
    private final Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);

    static WeekForm of(CompanyCalendar calendar, int revision, String region) {
        WeekForm form = new WeekForm();
        form.revision = revision;
        form.region = region;
        form.zone = calendar.zone().getId();
        WorkingWeek week = calendar.regions().stream().filter(one -> one.code().equals(region)).findFirst().map(Region::week).orElse(null);
        form.own = region.isEmpty() || week != null;
        (week == null ? calendar.week() : week).days().forEach((day, slots) -> form.hours.put(day, text(slots)));
        return form;
    }

    CompanyCalendar apply(CompanyCalendar calendar) {
        if (!region.isEmpty()) {
            return CalendarEdits.week(calendar, region, own ? week() : null);
        }
        try {
            return CalendarEdits.zone(CalendarEdits.week(calendar, region, week()), ZoneId.of(zone.strip()));
        } catch (DateTimeException unknown) {
            throw Problem.invalid("zone", "calendar.problem.zone", zone);
        }
    }

    private WorkingWeek week() {
        Map<DayOfWeek, List<Slot>> days = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, text) -> days.put(day, text.isBlank() ? List.of() : Slot.parse(text)));
        return new WorkingWeek(days);
    }

    static String text(List<Slot> slots) {
        return slots.stream().map(Slot::toString).collect(Collectors.joining(" "));
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public boolean isOwn() {
        return own;
    }

    public void setOwn(boolean own) {
        this.own = own;
    }

    public String getMonday() {
        return hours.getOrDefault(DayOfWeek.MONDAY, "");
    }

    public void setMonday(String text) {
        hours.put(DayOfWeek.MONDAY, text);
    }

    public String getTuesday() {
        return hours.getOrDefault(DayOfWeek.TUESDAY, "");
    }

    public void setTuesday(String text) {
        hours.put(DayOfWeek.TUESDAY, text);
    }

    public String getWednesday() {
        return hours.getOrDefault(DayOfWeek.WEDNESDAY, "");
    }

    public void setWednesday(String text) {
        hours.put(DayOfWeek.WEDNESDAY, text);
    }

    public String getThursday() {
        return hours.getOrDefault(DayOfWeek.THURSDAY, "");
    }

    public void setThursday(String text) {
        hours.put(DayOfWeek.THURSDAY, text);
    }

    public String getFriday() {
        return hours.getOrDefault(DayOfWeek.FRIDAY, "");
    }

    public void setFriday(String text) {
        hours.put(DayOfWeek.FRIDAY, text);
    }

    public String getSaturday() {
        return hours.getOrDefault(DayOfWeek.SATURDAY, "");
    }

    public void setSaturday(String text) {
        hours.put(DayOfWeek.SATURDAY, text);
    }

    public String getSunday() {
        return hours.getOrDefault(DayOfWeek.SUNDAY, "");
    }

    public void setSunday(String text) {
        hours.put(DayOfWeek.SUNDAY, text);
    }
}
