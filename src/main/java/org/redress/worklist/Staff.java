package org.redress.worklist;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who works on what a task is offered to: names for people, and the rules that need the organisation. */
@Component
public class Staff {

    private final Organisation organisation;
    private final MessageSource messages;

    Staff(Organisation organisation, MessageSource messages) {
        this.organisation = organisation;
        this.messages = messages;
    }

    /** In the language of the request; the account where nobody has it. */
    public String name(String username) {
        return organisation.person(username).map(Person::name).map(name -> name.in(LocaleContextHolder.getLocale())).orElse(username);
    }

    /** Name of the role or team a task is offered to. */
    public String offeredTo(String team, Locale locale) {
        return role(team).map(role -> messages.getMessage("enum.Role." + role, null, locale))
                .findFirst()
                .orElseGet(() -> organisation.team(team).map(found -> found.name().in(locale)).orElse(team));
    }

    /** Active people to whom the task may be given. */
    public List<Person> candidates(OpenTask task) {
        return role(task.team()).findFirst().map(organisation::withRole).orElseGet(() -> organisation.members(task.team())).stream()
                .filter(person -> person.active() && !task.excluded().contains(person.username()))
                .toList();
    }

    /** May give the task to somebody else: a leader of the team, a specialist, a manager. */
    boolean mayAssign(Actor actor, OpenTask task) {
        return actor.hasAny("COMPLAINT_SPECIALIST", "DEPARTMENT_MANAGER")
                || actor.hasAny("TEAM_LEADER") && organisation.person(actor.username())
                        .filter(person -> person.leads().contains(task.team()) || task.caseTeam() != null && person.leads().contains(task.caseTeam()))
                        .isPresent();
    }

    boolean isCandidate(String username, OpenTask task) {
        return candidates(task).stream().anyMatch(person -> person.username().equals(username));
    }

    private static Stream<Role> role(String team) {
        return Stream.of(Role.values()).filter(role -> role.name().equals(team));
    }

    /** Teams a reader may filter by. */
    public List<Choice> teams(Actor actor, Locale locale) {
        return organisation.teams().stream()
                .filter(team -> TaskRules.seesAll(actor) || actor.teams().contains(team.code()))
                .map(team -> new Choice(team.code(), team.name().in(locale)))
                .toList();
    }

    public record Choice(String code, String name) {
    }
}
