package org.redress.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.redress.deadline.ClockKind;
import org.redress.deadline.PolicyException;
import org.redress.deadline.Severity;
import org.w3c.dom.Document;

/**
 * What sla-policy.dmn has to hold before it may be deployed: one rule for every clock and severity, each with readable times. A case without
 * a budget could not be captured at all, so the gap is told to who made it. Asked only of a file that passed the other rules.
 */
final class ClockPolicyRules {

    private final DmnEngine engine = EngineConfiguration.feelOnly().buildEngine();

    static boolean concerns(Document document) {
        return ModelXml.holdsDecision(document, ClockPolicyTable.TABLE);
    }

    List<ModelProblem> check(String file, byte[] content) {
        List<ModelProblem> problems = new ArrayList<>();
        DmnDecision table;
        try {
            table = engine.parseDecision(ClockPolicyTable.TABLE, new ByteArrayInputStream(content));
        } catch (DmnEngineException e) {
            return List.of(new ModelProblem(file, ClockPolicyTable.TABLE, "the table cannot be read: " + e.getMessage()));
        }
        for (ClockKind kind : ClockKind.values()) {
            for (Severity severity : Severity.values()) {
                String wrong = kind == ClockKind.OUTSIDE ? "" : wrong(table, kind, severity);
                if (!wrong.isEmpty()) {
                    problems.add(new ModelProblem(file, ClockPolicyTable.TABLE, wrong));
                }
            }
        }
        return problems;
    }

    private String wrong(DmnDecision table, ClockKind kind, Severity severity) {
        String where = " for the clock " + kind + " and severity " + severity;
        try {
            var answers = engine.evaluateDecision(table, ClockPolicyTable.question(kind, severity));
            if (answers.isEmpty()) {
                return "there is no rule" + where + "; every clock needs one for every severity";
            }
            Map<String, Object> answer = answers.get(0).getEntryMap();
            ClockPolicyTable.rule(kind, severity, answer);
            return "";
        } catch (PolicyException e) {
            return e.code().endsWith("neverPauses") ? "a clock of severity " + severity + " never pauses, so the pause has to be none" + where
                    : "a time is a number and min, h, bh or bd, such as 2 bd, or none; \"" + String.join(", ", texts(e)) + "\" is not one" + where;
        } catch (DmnEngineException e) {
            return "more than one rule, or one that cannot be computed," + where + ": " + e.getMessage();
        }
    }

    private static List<String> texts(PolicyException e) {
        return List.of(e.args()).stream().map(String::valueOf).toList();
    }
}
