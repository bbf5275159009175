package org.redress.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
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

    /**
     * Who acts for somebody on a day (代理): the person themselves unless they are away all day or inactive, otherwise their deputy, the
     * deputy's deputy where that one is away too, and so on.
     *
     * @return null when nobody is there: an absence without a deputy, a circle of deputies, or an unknown name
     */
    @Nullable String standIn(String username, LocalDate date);

    void save(Team team);

    /** Adds or replaces a person with roles and teams. */
    void save(Person person);
}
