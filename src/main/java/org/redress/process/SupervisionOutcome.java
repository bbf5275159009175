package org.redress.process;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.TaskService;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.CaseState;
import org.redress.escalation.Escalations;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** A manager answers a supervision order (答复督办). */
@Component
class SupervisionOutcome implements TaskOutcome {

    private final Escalations escalations;
    private final CaseLadder cases;
    private final TaskService tasks;
    private final CurrentActor actor;

    SupervisionOutcome(Escalations escalations, CaseLadder cases, TaskService tasks, CurrentActor actor) {
        this.escalations = escalations;
        this.cases = cases;
        this.tasks = tasks;
        this.actor = actor;
    }

    @Override
    public String key() {
        return "userTask_answerSupervisionOrder";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        String action = answers.text("action");
        String reason = answers.text("reason");
        Map<String, Object> routing = new HashMap<>();
        routing.put(Vars.DECISION, action);
        routing.put(Vars.REASON, reason);
        switch (action) {
            case "CONTINUE" -> {
                // nothing but the answer
            }
            case "REASSIGN" -> routing.put(Vars.TEAM, answers.text("team"));
            case "TAKE_OVER" -> {
                if (cases.standing(task.subjectId()).state() == CaseState.RECALL_DUE) {
                    throw Problem.conflict("process.problem.takeOverRecall", task.subject());
                }
                routing.put(Vars.MANAGER, actor.get().username());
            }
            default -> throw Problem.invalid("action", "process.problem.choice", action);
        }
        escalations.answered((Long) tasks.getVariable(task.id(), Vars.ORDER_ID), action, reason);
        return routing;
    }
}
