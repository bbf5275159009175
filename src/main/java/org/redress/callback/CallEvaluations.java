package org.redress.callback;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import org.jspecify.annotations.Nullable;
import org.redress.survey.Evaluation;
import org.redress.survey.Evaluations;
import org.redress.survey.Via;
import org.springframework.stereotype.Component;

/** The end of a call on the phone as one row of the table of askings. Who was never asked is not in it: such calls are counted as calls. */
@Component
class CallEvaluations {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private final Evaluations evaluations;
    private final JsonRows json;

    CallEvaluations(Evaluations evaluations, JsonRows json) {
        this.evaluations = evaluations;
        this.json = json;
    }

    void reached(CallRow call, String outcome, @Nullable String caseNumber) {
        Instant at = call.calledAt();
        if (at == null) {
            throw new IllegalStateException("Call " + call.id() + " ends as reached without an answer");
        }
        Evaluation.Answer answer = new Evaluation.Answer(at, call.questionnaireVersion() == null ? null : call.questionnaire(),
                call.questionnaireVersion(), call.scale(), call.rating(), call.appointmentKept(), call.suggestion(),
                json.read(call.answers(), ANSWERS));
        evaluations.record(evaluation(call, at, answer, outcome, call.agent(), caseNumber));
    }

    void givenUp(CallRow call, Instant now, String agent) {
        evaluations.record(evaluation(call, now, null, null, agent, null));
    }

    private static Evaluation evaluation(CallRow call, Instant at, Evaluation.@Nullable Answer answer, @Nullable String outcome,
            @Nullable String agent, @Nullable String caseNumber) {
        CallRow.Job job = call.job();
        return new Evaluation("CALL:" + call.id(), Via.PHONE, new Evaluation.Service(job.id(), call.id(), null, job.business(), job.team(),
                job.employee(), job.region(), job.segment(), job.doneAt()), call.campaignId(), at, answer != null, answer, outcome, agent,
                caseNumber);
    }
}
