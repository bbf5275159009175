package org.redress.calendar.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.CalendarEdits;
import org.redress.complaint.CategoryClass;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.Suspension;
import org.redress.shared.Problem;

/** A stretch without work as an administrator types it, in the company's local time. */
public class SuspensionForm {

    private int revision;
    @NotBlank
    private String from = "";
    @NotBlank
    private String to = "";
    @Size(max = 64)
    private String area = "";
    private @Nullable CategoryClass kind;
    @Size(max = 200)
    private String nameEn = "";
    @Size(max = 200)
    private String nameZh = "";

    CompanyCalendar apply(CompanyCalendar calendar) {
        String en = nameEn.isBlank() ? nameZh.strip() : nameEn.strip();
        String zh = nameZh.isBlank() ? nameEn.strip() : nameZh.strip();
        if (en.isEmpty()) {
            throw Problem.invalid("nameEn", "calendar.problem.name");
        }
        Instant begins = moment("from", from, calendar.zone());
        Instant ends = moment("to", to, calendar.zone());
        if (!begins.isBefore(ends)) {
            throw Problem.invalid("to", "calendar.problem.ends");
        }
        return CalendarEdits.suspension(calendar, new Suspension(begins, ends, area.isBlank() ? null : area.strip(), kind == null ? null : kind.name(), zh, en));
    }

    private static Instant moment(String field, String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "calendar.problem.moment");
        }
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getArea() {
        return area;
    }

    public void setArea(String area) {
        this.area = area;
    }

    public @Nullable CategoryClass getKind() {
        return kind;
    }

    public void setKind(@Nullable CategoryClass kind) {
        this.kind = kind;
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
