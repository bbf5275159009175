package org.redress.process.studio;

import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Work is offered to somebody who is there: a role that is held, a team with people, or a name that the house fills in. */
final class PeopleRule implements ProcessRule {

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        Known known = models.known(process, house);
        for (UserTask task : process.all(UserTask.class)) {
            String offered = ProcessFile.text(task.getCamundaCandidateGroups());
            String given = ProcessFile.text(task.getCamundaAssignee());
            if (Expressions.isExpression(offered)) {
                known.unknownIn(offered).forEach(name -> found.error(task.getId(), "people.unknownName", name));
            } else if (!offered.isEmpty()) {
                group(task.getId(), offered, house, found);
            }
            if (Expressions.isExpression(given)) {
                known.unknownIn(given).forEach(name -> found.error(task.getId(), "people.unknownName", name));
            } else if (!given.isEmpty() && !house.isPerson(given)) {
                found.error(task.getId(), "people.unknownPerson", given);
            }
        }
    }

    private static void group(String task, String offered, House house, Findings found) {
        if (!house.isRole(offered) && !house.isTeam(offered)) {
            found.error(task, "people.unknownGroup", offered);
        } else if (!house.isStaffed(offered)) {
            found.error(task, "people.nobody", offered);
        }
    }
}
