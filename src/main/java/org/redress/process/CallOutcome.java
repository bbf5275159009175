package org.redress.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.redress.callback.FollowUpCalls;
import org.redress.callback.FollowUpCalls.CallAnswer;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** One attempt of a follow-up call (回访). */
@Component
class CallOutcome implements TaskOutcome {

    private final FollowUpCalls calls;
    private final RetryMoment retry;

    CallOutcome(FollowUpCalls calls, RetryMoment retry) {
        this.calls = calls;
        this.retry = retry;
    }

    @Override
    public String key() {
        return "userTask_callCustomer";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        Map<String, Object> routing = new HashMap<>();
        boolean reached = answers.flag("reached");
        routing.put(Vars.REACHED, reached);
        if (reached) {
            CallAnswer answer = new CallAnswer(answers.optionalFlag("appointmentKept"), answers.text("scale"),
                    answers.optionalText("rating"), answers.optionalText("suggestion"), answers.flag("complaint"),
                    answers.optionalText("complaintSummary"));
            routing.put(Vars.ATTEMPTS, calls.attempted(task.subjectId(), answer, null));
            routing.put(Vars.COMPLAINT, answer.complaint());
            routing.put(Vars.SCALE, answer.scale());
            routing.put(Vars.RATING, answer.rating());
        } else {
            Instant retryAt = retry.chosenOrNext(answers.moment("retryAt"));
            routing.put(Vars.ATTEMPTS, calls.attempted(task.subjectId(), null, retryAt));
            routing.put(Vars.RETRY_AT, Date.from(retryAt));
        }
        return routing;
    }
}
