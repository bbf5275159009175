package org.redress.briefing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is told when a briefing is published (收件人): roles and single people. */
@Service
@Transactional
public class RecipientList {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final CurrentActor actor;
    private final AuditTrail audit;

    RecipientList(JdbcClient jdbc, Organisation organisation, CurrentActor actor, AuditTrail audit) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.actor = actor;
        this.audit = audit;
    }

    /** Either a role or a person. */
    public record Entry(long id, @Nullable Role role, @Nullable String username) {
    }

    @Transactional(readOnly = true)
    public List<Entry> all() {
        return jdbc.sql("select id, role, username from briefing_recipient order by role nulls last, username").query((row, n) -> new Entry(row.getLong("id"),
                row.getString("role") == null ? null : Role.valueOf(row.getString("role")), row.getString("username"))).list();
    }

    /** Everybody behind the list who works here now, each once. */
    @Transactional(readOnly = true)
    public List<Person> people() {
        Map<String, Person> people = new LinkedHashMap<>();
        for (Entry entry : all()) {
            List<Person> behind = entry.role() != null ? organisation.withRole(entry.role())
                    : organisation.person(String.valueOf(entry.username())).filter(Person::active).stream().toList();
            behind.forEach(person -> people.put(person.username(), person));
        }
        return List.copyOf(people.values());
    }

    /** Adding one that is there changes nothing. @throws Problem 403, or 422 when it is neither a role nor a person, or both */
    public void add(@Nullable Role role, @Nullable String username) {
        check();
        if ((role == null) == (username == null)) {
            throw Problem.invalid("username", "briefing.problem.recipient");
        }
        if (username != null && organisation.person(username).filter(Person::active).isEmpty()) {
            throw Problem.invalid("username", "briefing.problem.owner", username);
        }
        int added = jdbc.sql("insert into briefing_recipient (role, username) values (?, ?) on conflict do nothing")
                .params(role == null ? null : role.name(), username).update();
        if (added == 1) {
            audit.record("ADD_RECIPIENT", "BRIEFING", "recipients", Map.of("who", role == null ? String.valueOf(username) : role.name()));
        }
    }

    /** Removing one that is gone changes nothing. */
    public void remove(long id) {
        check();
        jdbc.sql("delete from briefing_recipient where id = ? returning coalesce(role, username)").param(id).query(String.class).optional()
                .ifPresent(who -> audit.record("REMOVE_RECIPIENT", "BRIEFING", "recipients", Map.of("who", who)));
    }

    private void check() {
        if (!actor.get().hasAny("DEPARTMENT_MANAGER", "SERVICE_DIRECTOR")) {
            throw Problem.forbidden("briefing.problem.mayNotStart");
        }
    }
}
