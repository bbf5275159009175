package org.redress.organisation.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.organisation.Absence;
import org.springframework.format.annotation.DateTimeFormat;

/** What a leader types of an absence. */
public class AbsenceForm {

    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate absentFrom;
    private boolean absentFromNoon;
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate absentTo;
    private boolean absentToNoon;
    private @Nullable String deputy;
    private String seen = "";

    static AbsenceForm of(Absence absence, String seen) {
        var form = new AbsenceForm();
        form.absentFrom = absence.from();
        form.absentFromNoon = absence.fromNoon();
        form.absentTo = absence.to();
        form.absentToNoon = absence.toNoon();
        form.deputy = absence.deputy();
        form.seen = seen;
        return form;
    }

    Absence absence() {
        return new Absence(deputy == null || deputy.isBlank() ? null : deputy, absentFrom, absentTo, absentFromNoon, absentToNoon);
    }

    public @Nullable LocalDate getAbsentFrom() {
        return absentFrom;
    }

    public void setAbsentFrom(@Nullable LocalDate absentFrom) {
        this.absentFrom = absentFrom;
    }

    public boolean isAbsentFromNoon() {
        return absentFromNoon;
    }

    public void setAbsentFromNoon(boolean absentFromNoon) {
        this.absentFromNoon = absentFromNoon;
    }

    public @Nullable LocalDate getAbsentTo() {
        return absentTo;
    }

    public void setAbsentTo(@Nullable LocalDate absentTo) {
        this.absentTo = absentTo;
    }

    public boolean isAbsentToNoon() {
        return absentToNoon;
    }

    public void setAbsentToNoon(boolean absentToNoon) {
        this.absentToNoon = absentToNoon;
    }

    public @Nullable String getDeputy() {
        return deputy;
    }

    public void setDeputy(@Nullable String deputy) {
        this.deputy = deputy;
    }

    public String getSeen() {
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }
}
