package org.redress.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.redress.complaint.ComplaintLifecycle;
import org.redress.complaint.ComplaintLifecycle.RecallAnswer;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** One attempt of the re-callback (再回访). */
@Component
class RecallOutcome implements TaskOutcome {

    private final ComplaintLifecycle complaints;
    private final RetryMoment retry;

    RecallOutcome(ComplaintLifecycle complaints, RetryMoment retry) {
        this.complaints = complaints;
        this.retry = retry;
    }

    @Override
    public String key() {
        return "userTask_recallCustomer";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        Map<String, Object> routing = new HashMap<>();
        boolean reached = answers.flag("reached");
        routing.put(Vars.REACHED, reached);
        if (reached) {
            boolean solved = answers.flag("solved");
            RecallAnswer answer = new RecallAnswer(solved, answers.text("scale"), answers.optionalText("rating"),
                    answers.optionalText("dissatisfactionReason"));
            routing.put(Vars.ATTEMPTS, complaints.recalled(task.subjectId(), answer, null));
            routing.put(Vars.SOLVED, solved);
        } else {
            Instant retryAt = retry.chosenOrNext(answers.moment("retryAt"));
            routing.put(Vars.ATTEMPTS, complaints.recalled(task.subjectId(), null, retryAt));
            routing.put(Vars.RETRY_AT, Date.from(retryAt));
        }
        return routing;
    }
}
