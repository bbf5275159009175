package org.redress.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.redress.callback.CallQuestions;
import org.redress.callback.FollowUpCalls;
import org.redress.callback.FollowUpCalls.Attempted;
import org.redress.callback.FollowUpCalls.CallAnswer;
import org.redress.survey.Meaning;
import org.redress.survey.Questionnaire;
import org.redress.survey.Scales;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** One attempt of a follow-up call (回访). */
@Component
class CallOutcome implements TaskOutcome {

    /** Questions the house has a field of its own for. */
    private static final Set<String> FIXED = Set.of("reached", "appointmentKept", "rating", "suggestion", "complaint", "complaintSummary", "retryAt");

    private final FollowUpCalls calls;
    private final CallQuestions questions;
    private final Scales scales;
    private final RetryMoment retry;

    CallOutcome(FollowUpCalls calls, CallQuestions questions, Scales scales, RetryMoment retry) {
        this.calls = calls;
        this.questions = questions;
        this.scales = scales;
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
            Questionnaire asked = questions.of(task.subjectId());
            questions.answered(task.subjectId(), asked, further(answers));
            CallAnswer answer = new CallAnswer(answers.optionalFlag("appointmentKept"), asked.scale(),
                    answers.optionalText("rating"), answers.optionalText("suggestion"), answers.flag("complaint"),
                    answers.optionalText("complaintSummary"));
            routing.put(Vars.ATTEMPTS, calls.attempted(task.subjectId(), answer, null).attempts());
            routing.put(Vars.COMPLAINT, answer.complaint());
            routing.put(Vars.SCALE, answer.scale());
            routing.put(Vars.RATING, answer.rating());
            Meaning meaning = scales.meaning(answer.scale(), answer.rating());
            routing.put(Vars.MEANING, meaning == null ? null : meaning.name());
        } else {
            Instant chosen = answers.moment("retryAt");
            Attempted attempted = calls.attempted(task.subjectId(), null, chosen == null ? null : retry.chosenOrNext(chosen));
            routing.put(Vars.ATTEMPTS, attempted.attempts());
            routing.put(Vars.RETRY_AT, Date.from(Objects.requireNonNull(attempted.retryAt())));
            routing.put(Vars.PROMISED, chosen != null);
        }
        return routing;
    }

    private static Map<String, Object> further(Answers answers) {
        Map<String, Object> further = new LinkedHashMap<>(answers.values());
        further.keySet().removeAll(FIXED);
        return further;
    }
}
