package org.redress.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.jspecify.annotations.Nullable;
import org.redress.survey.Judgement;
import org.redress.survey.Meaning;
import org.springframework.stereotype.Component;

/** evaluation.dmn, asked for answers that no call process carries. */
@Component
class AnswerJudge implements Judgement {

    private static final String TABLE = "evaluation";

    private final Decisions decisions;
    private final DecisionInputs inputs;

    AnswerJudge(Decisions decisions, DecisionInputs inputs) {
        this.decisions = decisions;
        this.inputs = inputs;
    }

    @Override
    public String outcome(boolean complaint, @Nullable Meaning meaning) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(Vars.COMPLAINT, complaint);
        facts.put(Vars.MEANING, meaning == null ? null : meaning.name());
        DmnDecisionResultEntries hit = decisions.first(TABLE, facts);
        inputs.add(TABLE, decisions.newestId(TABLE), null, facts, List.of(new LinkedHashMap<>(hit.getEntryMap())), List.of());
        return String.valueOf(hit.get(Vars.OUTCOME));
    }
}
