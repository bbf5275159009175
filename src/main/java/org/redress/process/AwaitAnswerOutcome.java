package org.redress.process;

import java.util.Map;

import org.redress.complaint.ComplaintLifecycle;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** What work waited for has come. */
@Component
class AwaitAnswerOutcome implements TaskOutcome {

    private final ComplaintLifecycle complaints;
    private final ClockTimers timers;

    AwaitAnswerOutcome(ComplaintLifecycle complaints, ClockTimers timers) {
        this.complaints = complaints;
        this.timers = timers;
    }

    @Override
    public String key() {
        return "userTask_awaitAnswer";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        complaints.resume(task.subjectId(), answers.text("answer"));
        timers.follow(task);
        return Map.of();
    }
}
