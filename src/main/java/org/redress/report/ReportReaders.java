package org.redress.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.springframework.stereotype.Component;

/** Who may read reports. */
@Component
public class ReportReaders {

    private static final Set<Role> ROLES = Set.of(Role.TEAM_LEADER, Role.DEPARTMENT_MANAGER, Role.SERVICE_DIRECTOR);

    private final Organisation organisation;

    ReportReaders(Organisation organisation) {
        this.organisation = organisation;
    }

    /** By name. */
    public List<Person> all() {
        return organisation.people().stream().filter(ReportReaders::reads).sorted(java.util.Comparator.comparing(Person::username)).toList();
    }

    public boolean mayRead(String username) {
        return organisation.person(username).filter(ReportReaders::reads).isPresent();
    }

    /** The reader as they would sign in: what they may not see is not in what they are told. */
    Actor acting(Person person) {
        return new Actor(person.username(), person.roles().stream().map(Enum::name).collect(Collectors.toSet()), person.teams(), "timer");
    }

    private static boolean reads(Person person) {
        return person.active() && person.roles().stream().anyMatch(ROLES::contains);
    }
}
