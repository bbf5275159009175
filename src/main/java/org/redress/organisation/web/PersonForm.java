package org.redress.organisation.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.organisation.Absence;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.Bilingual;
import org.springframework.format.annotation.DateTimeFormat;

/** What an administrator types of a person. */
public class PersonForm {

    private String username = "";
    @NotBlank
    @Size(max = 200)
    private String nameEn = "";
    @NotBlank
    @Size(max = 200)
    private String nameZh = "";
    @Email
    @Size(max = 200)
    private @Nullable String email;
    @Size(max = 40)
    private @Nullable String phone;
    private boolean active = true;
    private Set<Role> roles = new LinkedHashSet<>();
    private Set<String> teams = new LinkedHashSet<>();
    private Set<String> leads = new LinkedHashSet<>();
    private @Nullable String deputy;
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate absentFrom;
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate absentTo;
    private boolean absentFromNoon;
    private boolean absentToNoon;
    private String seen = "";

    static PersonForm of(Person person, Absence absence, String seen) {
        var form = new PersonForm();
        form.username = person.username();
        form.nameEn = person.name().en();
        form.nameZh = person.name().zh();
        form.email = person.email();
        form.phone = person.phone();
        form.active = person.active();
        form.roles = new LinkedHashSet<>(person.roles());
        form.teams = new LinkedHashSet<>(person.teams());
        form.leads = new LinkedHashSet<>(person.leads());
        form.deputy = absence.deputy();
        form.absentFrom = absence.from();
        form.absentTo = absence.to();
        form.absentFromNoon = absence.fromNoon();
        form.absentToNoon = absence.toNoon();
        form.seen = seen;
        return form;
    }

    /** Who leads a team belongs to it. */
    Person person(String username) {
        var all = new LinkedHashSet<>(teams);
        all.addAll(leads);
        return new Person(username, new Bilingual(nameEn.strip(), nameZh.strip()), said(email), said(phone), active, Set.copyOf(roles),
                Set.copyOf(all), Set.copyOf(leads));
    }

    Absence absence() {
        var named = said(deputy);
        return new Absence(named == null ? null : named.toLowerCase(Locale.ROOT), absentFrom, absentTo, absentFromNoon, absentToNoon);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username.strip().toLowerCase(Locale.ROOT);
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

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = said(email);
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public Set<Role> getRoles() {
        return roles;
    }

    public void setRoles(Set<Role> roles) {
        this.roles = roles;
    }

    public Set<String> getTeams() {
        return teams;
    }

    public void setTeams(Set<String> teams) {
        this.teams = teams;
    }

    public Set<String> getLeads() {
        return leads;
    }

    public void setLeads(Set<String> leads) {
        this.leads = leads;
    }

    public @Nullable String getDeputy() {
        return deputy;
    }

    public void setDeputy(@Nullable String deputy) {
        this.deputy = deputy;
    }

    public @Nullable LocalDate getAbsentFrom() {
        return absentFrom;
    }

    public void setAbsentFrom(@Nullable LocalDate absentFrom) {
        this.absentFrom = absentFrom;
    }

    public @Nullable LocalDate getAbsentTo() {
        return absentTo;
    }

    public void setAbsentTo(@Nullable LocalDate absentTo) {
        this.absentTo = absentTo;
    }

    public boolean isAbsentFromNoon() {
        return absentFromNoon;
    }

    public void setAbsentFromNoon(boolean absentFromNoon) {
        this.absentFromNoon = absentFromNoon;
    }

    public boolean isAbsentToNoon() {
        return absentToNoon;
    }

    public void setAbsentToNoon(boolean absentToNoon) {
        this.absentToNoon = absentToNoon;
    }

    public String getSeen() {
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }
}
