package org.redress.process;

import java.util.Map;

import org.camunda.bpm.engine.TaskService;
import org.redress.escalation.Extensions;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** A manager decides on more time (审批延期). */
@Component
class ExtensionOutcome implements TaskOutcome {

    private final Extensions extensions;
    private final TaskService tasks;

    ExtensionOutcome(Extensions extensions, TaskService tasks) {
        this.extensions = extensions;
        this.tasks = tasks;
    }

    @Override
    public String key() {
        return "userTask_decideExtension";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        String decision = answers.text("decision");
        if (!decision.equals("APPROVE") && !decision.equals("REFUSE")) {
            throw Problem.invalid("decision", "process.problem.choice", decision);
        }
        extensions.decided((Long) tasks.getVariable(task.id(), Vars.REQUEST_ID), decision, answers.text("reason"));
        return Map.of(Vars.DECISION, decision);
    }
}
