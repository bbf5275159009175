package org.redress.calendar.web;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.CalendarEdits;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.DayKind;
import org.redress.deadline.Slot;
import org.redress.deadline.SpecialDay;
import org.redress.shared.Problem;
import org.springframework.format.annotation.DateTimeFormat;

/** One day as an administrator types it. */
public class DayForm {

    /** A day that follows the week. */
    static final String ORDINARY = "ORDINARY";
    static final List<String> KINDS = List.of(DayKind.HOLIDAY.name(), DayKind.WORKDAY.name(), DayKind.HALF_DAY.name(), ORDINARY);

    private int revision;
    private String region = "";
    @NotNull
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate date;
    private String kind = DayKind.HOLIDAY.name();
    @Size(max = 200)
    private String hours = "";
    @Size(max = 200)
    private String nameEn = "";
    @Size(max = 200)
    private String nameZh = "";

    static DayForm of(CompanyCalendar calendar, int revision, String region, @Nullable LocalDate date) {
        DayForm form = new DayForm();
        form.revision = revision;
        form.region = region;
        form.date = date;
        CalendarEdits.days(calendar, region).stream().filter(day -> day.date().equals(date)).forEach(form::read);
        return form;
    }

    private void read(SpecialDay day) {
        kind = day.kind().name();
        hours = WeekForm.text(day.slots());
        nameEn = day.nameEn();
        nameZh = day.nameZh();
    }

    CompanyCalendar apply(CompanyCalendar calendar) {
        LocalDate on = date;
        if (on == null || !KINDS.contains(kind)) {
            throw Problem.invalid("kind", "calendar.problem.kind");
        }
        if (ORDINARY.equals(kind)) {
            return CalendarEdits.ordinaryDay(calendar, region, on);
        }
        String en = nameEn.isBlank() ? nameZh.strip() : nameEn.strip();
        String zh = nameZh.isBlank() ? nameEn.strip() : nameZh.strip();
        if (en.isEmpty()) {
            throw Problem.invalid("nameEn", "calendar.problem.name");
        }
        return CalendarEdits.day(calendar, region,
                new SpecialDay(on, DayKind.valueOf(kind), hours.isBlank() ? List.of() : Slot.parse(hours), zh, en));
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

    public @Nullable LocalDate getDate() {
        return date;
    }

    public void setDate(@Nullable LocalDate date) {
        this.date = date;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(String hours) {
        this.hours = hours;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }
}
