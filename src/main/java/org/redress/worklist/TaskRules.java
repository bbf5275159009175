package org.redress.worklist;

import java.util.Set;
import java.util.TreeSet;

import org.redress.shared.Actor;

/** Who may see and take a row of open work: the rules behind every list, page and call. */
final class TaskRules {

    private static final String MANAGER = "DEPARTMENT_MANAGER";
    /** Takes what managers are asked where none of them is there. */
    private static final String DIRECTOR = "SERVICE_DIRECTOR";
    private static final String[] SEE_ALL = {"COMPLAINT_SPECIALIST", "DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};

    private TaskRules() {
    }

    /** Roles and teams of the actor: a task is offered to one of these. */
    static Set<String> groups(Actor actor) {
        Set<String> groups = new TreeSet<>(actor.roles());
        groups.addAll(actor.teams());
        return groups;
    }

    static boolean seesAll(Actor actor) {
        return actor.hasAny(SEE_ALL);
    }

    static boolean maySee(Actor actor, OpenTask task) {
        return !task.excluded().contains(actor.username())
                && (seesAll(actor) || actor.username().equals(task.assignee()) || isOffered(actor, task)
                        || (task.caseTeam() != null && actor.teams().contains(task.caseTeam())));
    }

    /** The task is offered to a role or team of the actor, whoever holds it now. */
    static boolean mayTake(Actor actor, OpenTask task) {
        return !task.excluded().contains(actor.username()) && isOffered(actor, task);
    }

    private static boolean isOffered(Actor actor, OpenTask task) {
        return actor.roles().contains(task.team()) || actor.teams().contains(task.team())
                || MANAGER.equals(task.team()) && actor.hasAny(DIRECTOR);
    }
}
