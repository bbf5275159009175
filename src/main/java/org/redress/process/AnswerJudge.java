package org.redress.process;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.survey.Judgement;
import org.redress.survey.Meaning;
import org.springframework.stereotype.Component;

/** evaluation.dmn, asked for answers that no call process carries. */
@Component
class AnswerJudge implements Judgement {

    private final Decisions decisions;

    AnswerJudge(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String outcome(boolean complaint, @Nullable Meaning meaning) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(Vars.COMPLAINT, complaint);
        facts.put(Vars.MEANING, meaning == null ? null : meaning.name());
        return String.valueOf(decisions.first("evaluation", facts).get(Vars.OUTCOME));
    }
}
