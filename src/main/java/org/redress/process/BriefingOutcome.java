package org.redress.process;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.redress.briefing.BriefingSteps;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** A manager has read the draft of a briefing (审阅回访简报): publish it with these words, count anew, or drop it. */
@Component
class BriefingOutcome implements TaskOutcome {

    private static final Set<String> DECISIONS = Set.of("PUBLISH", "RECALCULATE", "DROP");

    private final BriefingSteps briefings;

    BriefingOutcome(BriefingSteps briefings) {
        this.briefings = briefings;
    }

    @Override
    public String key() {
        return "userTask_reviewBriefing";
    }

    @Override
    public Map<String, Object> take(OpenTask task, Answers answers) {
        String decision = answers.text("decision");
        if (!DECISIONS.contains(decision)) {
            throw Problem.invalid("decision", "process.problem.choice", decision);
        }
        Map<String, String> words = new HashMap<>();
        for (String section : BriefingSteps.SECTIONS) {
            String said = answers.optionalText(field(section));
            if (said != null) {
                words.put(section, said);
            }
        }
        briefings.reviewed(task.subjectId(), words, decision.equals("DROP") ? answers.text("reason") : null);
        return Map.of(Vars.DECISION, decision);
    }

    /** Words written so far as values of the form. */
    static Map<String, Object> fields(Map<String, String> words) {
        Map<String, Object> fields = new HashMap<>();
        words.forEach((section, said) -> fields.put(field(section), said));
        return fields;
    }

    private static String field(String section) {
        return "words" + section.substring(0, 1).toUpperCase(Locale.ROOT) + section.substring(1);
    }
}
