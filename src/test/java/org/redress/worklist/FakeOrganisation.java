package org.redress.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.organisation.Team;
import org.redress.shared.Bilingual;

/** People and teams a test names. */
class FakeOrganisation implements Organisation {

    private final List<Person> people = new ArrayList<>();

    FakeOrganisation person(String username, Set<Role> roles, Set<String> teams, Set<String> leads) {
        people.add(new Person(username, new Bilingual(username.toUpperCase(), username), null, null, true, roles, teams, leads));
        return this;
    }

    @Override
    public Optional<Person> person(String username) {
        return people.stream().filter(person -> person.username().equals(username)).findFirst();
    }

    @Override
    public List<Person> people() {
        return people;
    }

    @Override
    public List<Team> teams() {
        return List.of();
    }

    @Override
    public Optional<Team> team(String code) {
        return Optional.empty();
    }

    @Override
    public List<Person> members(String team) {
        return people.stream().filter(person -> person.teams().contains(team)).toList();
    }

    @Override
    public List<Person> withRole(Role role) {
        return people.stream().filter(person -> person.roles().contains(role)).toList();
    }

    @Override
    public Team ensureTeam(String code, Bilingual name, String department) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable String standIn(String username, LocalDate date) {
        return username;
    }

    @Override
    public void save(Team team) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(Person person) {
        people.add(person);
    }
}
