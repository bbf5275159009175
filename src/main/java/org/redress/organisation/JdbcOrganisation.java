package org.redress.organisation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads from memory, writes to the tables; every change leaves an audit line. */
@Service
class JdbcOrganisation implements Organisation, Departments, Absences {

    private final CompanyStore store;
    private final CompanyCache cache;
    private final AuditTrail audit;

    JdbcOrganisation(CompanyStore store, CompanyCache cache, AuditTrail audit) {
        this.store = store;
        this.cache = cache;
        this.audit = audit;
    }

    @Override
    public Optional<Person> person(String username) {
        return Optional.ofNullable(cache.get().people().get(username));
    }

    @Override
    public List<Person> people() {
        return List.copyOf(cache.get().people().values());
    }

    @Override
    public List<Team> teams() {
        return cache.get().teams().values().stream().filter(Team::active).toList();
    }

    @Override
    public List<Team> everyTeam() {
        return List.copyOf(cache.get().teams().values());
    }

    @Override
    public Optional<Team> team(String code) {
        return Optional.ofNullable(cache.get().teams().get(code));
    }

    @Override
    public List<Person> members(String team) {
        return cache.get().people().values().stream()
                .filter(person -> person.active() && person.teams().contains(team))
                .sorted(Comparator.comparing((Person person) -> !person.leads().contains(team)).thenComparing(Person::username))
                .toList();
    }

    @Override
    public List<Person> withRole(Role role) {
        return cache.get().people().values().stream().filter(person -> person.active() && person.roles().contains(role)).toList();
    }

    @Override
    public @Nullable String standIn(String username, LocalDate date) {
        return StandIn.of(cache.get(), username, date);
    }

    @Override
    @Transactional
    public Team ensureTeam(String code, Bilingual name, String department) {
        var known = cache.get().teams().get(code);
        if (known != null) {
            return known;
        }
        store.ensureDepartment(department);
        store.ensure(new Team(code, department, name, false, true));
        cache.changed();
        var made = cache.get().teams().get(code);
        if (made == null) {
            throw new IllegalStateException("Team " + code + " was not made");
        }
        return made;
    }

    @Override
    @Transactional
    public void save(Team team) {
        store.save(team);
        cache.changed();
        audit.record("SAVE_TEAM", "TEAM", team.code(), Map.of("name", team.name().en(), "name.zh", team.name().zh(),
                "department", team.department(), "partner", team.partner(), "active", team.active()));
    }

    @Override
    @Transactional
    public void save(Person person) {
        store.lock("person", person.username());
        store.save(person);
        cache.changed();
        audit.record("SAVE_PERSON", "PERSON", person.username(), Map.of("name", person.name().en(), "name.zh", person.name().zh(),
                "active", person.active(), "roles", sorted(person.roles()), "teams", sorted(person.teams()),
                "leads", sorted(person.leads())));
    }

    @Override
    public List<Department> all() {
        return store.departments();
    }

    @Override
    @Transactional
    public void save(Department department) {
        store.save(department);
        audit.record("SAVE_DEPARTMENT", "DEPARTMENT", department.code(),
                Map.of("name", department.name().en(), "name.zh", department.name().zh()));
    }

    @Override
    public Absence of(String username) {
        return cache.get().absences().getOrDefault(username, Absence.NONE);
    }

    @Override
    @Transactional
    public void save(String username, Absence absence) {
        var deputy = absence.deputy();
        if (deputy != null && (deputy.equals(username) || person(deputy).filter(Person::active).isEmpty())) {
            throw Problem.invalid("deputy", "organisation.problem.deputy", deputy);
        }
        if (absence.isEmpty()) {
            throw Problem.invalid("absentTo", "organisation.problem.absence");
        }
        if (absence.equals(of(username))) {
            return;
        }
        store.save(username, absence);
        cache.changed();
        audit.record("SAVE_ABSENCE", "PERSON", username, Map.of("deputy", text(deputy), "from", text(absence.from()),
                "to", text(absence.to()), "fromNoon", absence.fromNoon(), "toNoon", absence.toNoon()));
    }

    private static List<String> sorted(Set<?> values) {
        return values.stream().map(String::valueOf).sorted().toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
