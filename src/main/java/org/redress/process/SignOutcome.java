package org.redress.process;

import java.util.HashMap;
import java.util.Map;

import org.redress.complaint.ComplaintLifecycle;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** The team signs for the case (签收) or returns it (退单). */
@Component
class SignOutcome implements TaskOutcome {

    private final ComplaintLifecycle complaints;
    private final HandOvers moves;
    private final CurrentActor actor;

    SignOutcome(ComplaintLifecycle complaints, HandOvers moves, CurrentActor actor) {
        this.complaints = complaints;
        this.moves = moves;
        this.actor = actor;
    }

    @Override
    public String key() {
        return "userTask_signForCase";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        Map<String, Object> routing = new HashMap<>();
        String decision = answers.text("decision");
        routing.put(Vars.DECISION, decision);
        switch (decision) {
            case "SIGN" -> {
                complaints.sign(task.subjectId());
                routing.put(Vars.HANDLER, actor.get().username());
            }
            case "RETURN" -> {
                complaints.returnToTriage(task.subjectId(), answers.text("reason"));
                moves.handedOver(task.subjectId());
            }
            default -> throw Problem.invalid("decision", "process.problem.choice", decision);
        }
        return routing;
    }
}
