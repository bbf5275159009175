package org.redress.process;

import java.util.HashMap;
import java.util.Map;

import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.Severity;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** Triage by the complaint specialist (研判), who owns the case from now on. */
@Component
class TriageOutcome implements TaskOutcome {

    private final ComplaintLifecycle complaints;
    private final ClockTimers timers;
    private final HandOvers moves;
    private final CurrentActor actor;

    TriageOutcome(ComplaintLifecycle complaints, ClockTimers timers, HandOvers moves, CurrentActor actor) {
        this.complaints = complaints;
        this.timers = timers;
        this.moves = moves;
        this.actor = actor;
    }

    @Override
    public String key() {
        return "userTask_triageComplaint";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        long id = task.subjectId();
        String specialist = actor.get().username();
        complaints.ownedBy(id, specialist);
        Map<String, Object> routing = new HashMap<>();
        String decision = answers.text("decision");
        routing.put(Vars.DECISION, decision);
        routing.put(Vars.OWNER, complaints.owner(id).orElse(specialist));
        switch (decision) {
            case "ASSIGN" -> {
                String team = answers.text("team");
                Severity severity = answers.optionalChoice("severity", Severity.class);
                complaints.assign(id, team, answers.text("category"), severity, answers.optionalText("severityReason"));
                moves.handedOver(id);
                routing.put(Vars.TEAM, team);
                if (severity != null) {
                    routing.put(Vars.SEVERITY, severity.name());
                    timers.follow(task);
                }
            }
            case "REJECT" -> complaints.reject(id, answers.text("reason"));
            case "MERGE" -> complaints.merge(id, answers.text("mergeInto"), answers.optionalText("reason"));
            case "SETTLE" -> complaints.settle(id, answers.text("reason"));
            case "REFER" -> complaints.referOut(id, answers.text("reason"));
            default -> throw Problem.invalid("decision", "process.problem.choice", decision);
        }
        return routing;
    }
}
