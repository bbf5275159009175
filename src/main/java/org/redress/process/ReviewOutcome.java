package org.redress.process;

import java.util.Map;

import org.redress.complaint.ComplaintLifecycle;
import org.redress.complaint.LiableParty;
import org.redress.complaint.Verdict;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** The specialist accepts the resolution with a verdict, or sends it back to the team. */
@Component
class ReviewOutcome implements TaskOutcome {

    private final ComplaintLifecycle complaints;
    private final ClockTimers timers;
    private final CurrentActor actor;

    ReviewOutcome(ComplaintLifecycle complaints, ClockTimers timers, CurrentActor actor) {
        this.complaints = complaints;
        this.timers = timers;
        this.actor = actor;
    }

    @Override
    public String key() {
        return "userTask_reviewResolution";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        String decision = answers.text("decision");
        // A case whose team was fixed by rule had no triage, and so no owner yet (首问负责).
        complaints.ownedBy(task.subjectId(), actor.get().username());
        switch (decision) {
            case "ACCEPT" -> complaints.accept(task.subjectId(), answers.choice("verdict", Verdict.class),
                    answers.choice("liableParty", LiableParty.class), answers.flag("causedByService"), answers.optionalText("reason"));
            case "REWORK" -> complaints.rework(task.subjectId(), answers.text("reason"));
            default -> throw Problem.invalid("decision", "process.problem.choice", decision);
        }
        timers.follow(task);
        return Map.of(Vars.DECISION, decision);
    }
}
