package org.redress.organisation;

import java.util.List;
import org.redress.shared.Actor;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Absence and deputies as leaders keep them for their own teams, managers and the director for everybody. */
@Service
public class TeamAbsences {

    private static final String[] EVERYBODY = {"DEPARTMENT_MANAGER", "SERVICE_DIRECTOR", "ADMINISTRATOR"};

    private final Organisation organisation;
    private final Absences absences;
    private final PeopleAdministration administration;
    private final CompanyStore store;

    TeamAbsences(Organisation organisation, Absences absences, PeopleAdministration administration, CompanyStore store) {
        this.organisation = organisation;
        this.absences = absences;
        this.administration = administration;
        this.store = store;
    }

    /** Active people whose absence the actor may change, by username. */
    public List<Person> people(Actor actor) {
        return organisation.people().stream().filter(person -> person.active() && mayChange(actor, person)).toList();
    }

    /** Active people who may stand in for somebody: they share a team or a role with them. */
    public List<Person> deputies(Person away) {
        return organisation.people().stream().filter(Person::active).filter(person -> !person.username().equals(away.username()))
                .filter(person -> person.teams().stream().anyMatch(away.teams()::contains)
                        || person.roles().stream().anyMatch(away.roles()::contains)
                        || person.username().equals(absences.of(away.username()).deputy()))
                .toList();
    }

    /** @throws Problem 404 for nobody, 403 for somebody of another team */
    public Person require(Actor actor, String username) {
        Person person = organisation.person(username).orElseThrow(() -> Problem.notFound("organisation.problem.person", username));
        if (!mayChange(actor, person)) {
            throw Problem.forbidden("organisation.problem.notYourTeam", username);
        }
        return person;
    }

    /**
     * @param seen what {@link PeopleAdministration#seen} said when the form was opened
     * @throws Problem as {@link #require} and {@link Absences#save}, 409 when somebody else changed the person meanwhile
     */
    @Transactional
    public void save(Actor actor, String username, Absence absence, String seen) {
        require(actor, username);
        store.lock("person", username);
        if (!administration.seen(username).equals(seen)) {
            throw Problem.conflict("shared.problem.stale");
        }
        absences.save(username, absence);
    }

    private boolean mayChange(Actor actor, Person person) {
        return actor.hasAny(EVERYBODY) || organisation.person(actor.username())
                .filter(leader -> leader.leads().stream().anyMatch(person.teams()::contains)).isPresent();
    }
}
