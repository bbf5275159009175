package org.redress.process;

import java.util.Map;

import org.redress.complaint.ComplaintLifecycle;
import org.redress.complaint.ComplaintLifecycle.Resolution;
import org.redress.complaint.Remedy;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** Investigated and resolved by the team. */
@Component
class ResolveOutcome implements TaskOutcome {

    private final ComplaintLifecycle complaints;
    private final ClockTimers timers;

    ResolveOutcome(ComplaintLifecycle complaints, ClockTimers timers) {
        this.complaints = complaints;
        this.timers = timers;
    }

    @Override
    public String key() {
        return "userTask_resolveComplaint";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        complaints.resolve(task.subjectId(), new Resolution(answers.moment("contactedCustomerAt"), answers.text("customerStatement"),
                answers.text("employeeStatement"), answers.text("finding"), answers.choices("remedies", Remedy.class),
                answers.amount("amount"), answers.text("rootCause"), answers.text("basisForResolution")));
        timers.follow(task);
        return Map.of();
    }
}
