package org.redress.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.redress.organisation.Department;
import org.redress.organisation.Team;
import org.redress.shared.Bilingual;

/** What an administrator types of a team, or of a department. */
public class TeamForm {

    private String code = "";
    @NotBlank
    @Size(max = 200)
    private String nameEn = "";
    @NotBlank
    @Size(max = 200)
    private String nameZh = "";
    private String department = "";
    private boolean partner;
    private boolean active = true;

    static TeamForm of(Team team) {
        var form = new TeamForm();
        form.code = team.code();
        form.nameEn = team.name().en();
        form.nameZh = team.name().zh();
        form.department = team.department();
        form.partner = team.partner();
        form.active = team.active();
        return form;
    }

    Team team(String code) {
        return new Team(code, department, name(), partner, active);
    }

    Department asDepartment() {
        return new Department(code, name());
    }

    private Bilingual name() {
        return new Bilingual(nameEn.strip(), nameZh.strip());
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code.strip().toLowerCase(Locale.ROOT);
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

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public boolean isPartner() {
        return partner;
    }

    public void setPartner(boolean partner) {
        this.partner = partner;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
