package org.redress.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.organisation.Team;
import org.redress.shared.Bilingual;

/** A company of three teams in which nobody works. */
class TeamsOnly implements Organisation {

    @Override
    public Optional<Person> person(String username) {
        return Optional.empty();
    }

    @Override
    public List<Person> people() {
        return List.of();
    }

    @Override
    public List<Team> teams() {
        return List.of("hall-1", "repair-1", "repair-2").stream()
                .map(code -> new Team(code, "ops", new Bilingual(code, code), false, true)).toList();
    }

    @Override
    public Optional<Team> team(String code) {
        return teams().stream().filter(team -> team.code().equals(code)).findFirst();
    }

    @Override
    public List<Person> members(String team) {
        return List.of();
    }

    @Override
    public List<Person> withRole(Role role) {
        return List.of();
    }

    @Override
    public String standIn(String username, LocalDate date) {
        return username;
    }

    @Override
    public Team ensureTeam(String code, Bilingual name, String department) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(Team team) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(Person person) {
        throw new UnsupportedOperationException();
    }
}
