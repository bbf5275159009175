package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.organisation.Role;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskEngine;
import org.redress.worklist.TaskKind;
import org.springframework.stereotype.Component;

/** A manager takes the work at hand (接手). */
@Component("takeOverCase")
class TakeOverCase implements ModelStep {

    private final OpenWork openWork;
    private final TaskEngine tasks;

    TakeOverCase(OpenWork openWork, TaskEngine tasks) {
        this.openWork = openWork;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String manager = Vars.text(execution, Vars.MANAGER);
        for (OpenTask task : openWork.of(TaskKind.CASE, Vars.complaintId(execution))) {
            // Not what the case asks of managers as such, and not what they must not do.
            if (!Role.DEPARTMENT_MANAGER.name().equals(task.team()) && !task.excluded().contains(manager)) {
                tasks.assign(task.id(), manager);
            }
        }
    }
}
