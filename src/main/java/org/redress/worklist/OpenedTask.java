package org.redress.worklist;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * A task that the process has opened, with everything a list shows of it.
 *
 * @param id           the task's id
 * @param key          id of the user task in the model, "userTask_signForCase"
 * @param form         reference of the form it was released with; opaque outside {@code process}
 * @param definitionId process definition, opaque
 * @param instanceId   process instance, opaque
 * @param team         the one role or team it is offered to: a name of {@code Role} or a team's code
 * @param excluded     people who must not take it
 * @param subject      subject it is about, copied for lists
 * @param dueAt        due moment of its clock
 * @param startBy      latest safe start: due minus the working time of the step
 * @param criticalAt   when 150 % of the clock are used
 * @param workMinutes  working time of the step, minutes
 */
public record OpenedTask(String id, String key, Bilingual name, String form, String definitionId, String instanceId, String team,
        @Nullable String assignee, Set<String> excluded, TaskSubject subject, Instant dueAt, Instant startBy, Instant criticalAt,
        boolean waiting, int workMinutes) {
}
