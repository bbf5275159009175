package org.redress.calendar.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.redress.calendar.CalendarEdits;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.Region;

/** A region as an administrator types it. */
public class RegionForm {

    private int revision;
    @NotBlank
    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}", message = "{calendar.problem.code}")
    private String code = "";
    @NotBlank
    @Size(max = 200)
    private String nameEn = "";
    @NotBlank
    @Size(max = 200)
    private String nameZh = "";
    @Size(max = 2000)
    private String areas = "";

    static RegionForm of(CompanyCalendar calendar, int revision, String code) {
        RegionForm form = new RegionForm();
        form.revision = revision;
        calendar.regions().stream().filter(one -> one.code().equals(code)).forEach(region -> {
            form.code = region.code();
            form.nameEn = region.nameEn();
            form.nameZh = region.nameZh();
            form.areas = String.join(", ", region.areas());
        });
        return form;
    }

    CompanyCalendar apply(CompanyCalendar calendar) {
        Set<String> names = Arrays.stream(areas.split("[,，、\\n]")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return CalendarEdits.region(calendar, new Region(code.strip(), nameZh.strip(), nameEn.strip(), names, null, List.of()));
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
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

    public String getAreas() {
        return areas;
    }

    public void setAreas(String areas) {
        this.areas = areas;
    }
}
