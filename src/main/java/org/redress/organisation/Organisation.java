package org.redress.organisation;

import java.util.List;
import java.util.Optional;

import org.redress.shared.Bilingual;

/** The company as data: who is there, in which team, with which roles. */
public interface Organisation {

    Optional<Person> person(String username);

    List<Person> people();

    /** Active teams, by code. */
    List<Team> teams();

    Optional<Team> team(String code);

    /** Active people of the team, leaders first. */
    List<Person> members(String team);

    /** Active people with the role. */
    List<Person> withRole(Role role);

    /**
     * Makes the department and the team where they do not exist yet (an import names teams of another system); changes nothing where they do.
     *
     * @param code       short lower-case code of the team
     * @param department code of its department
     */
    Team ensureTeam(String code, Bilingual name, String department);

    void save(Team team);

    /** Adds or replaces a person with roles and teams. */
    void save(Person person);
}
