package org.redress.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.shared.Problem;
import org.w3c.dom.Document;

/**
 * What ladder.dmn has to hold before it may be deployed: every level of a clock once, shares that end, and words the house knows. Every change
 * of a ledger asks the table, so a mistake is told to who made it and not to who works. Asked only of a file that passed the other rules.
 */
final class LadderRules {

    private static final List<String> TRIGGERS = List.of("CAPTURED", "DISSATISFIED", "HAND_OVER", "AGE");
    private static final int OFTEN = 5;

    private final DmnEngine engine = EngineConfiguration.feelOnly().buildEngine();

    static boolean concerns(Document document) {
        return ModelXml.holdsDecision(document, LadderTable.TABLE);
    }

    List<ModelProblem> check(String file, byte[] content) {
        List<ModelProblem> problems = new ArrayList<>();
        try {
            DmnDecision table = engine.parseDecision(LadderTable.TABLE, new ByteArrayInputStream(content));
            for (Severity severity : Severity.values()) {
                for (ClockKind kind : ClockKind.values()) {
                    var facts = LadderTable.facts("SHARE", kind.name(), severity, 1);
                    tell(problems, file, () -> LadderTable.steps(engine.evaluateDecision(table, facts).stream().toList(), kind, severity));
                }
                for (String trigger : TRIGGERS) {
                    for (int count = 1; count <= OFTEN; count++) {
                        var facts = LadderTable.facts(trigger, "", severity, count);
                        tell(problems, file, () -> LadderTable.events(engine.evaluateDecision(table, facts).stream().toList()));
                    }
                }
            }
        } catch (DmnEngineException e) {
            problems.add(new ModelProblem(file, LadderTable.TABLE, "the table cannot be read or computed: " + e.getMessage()));
        }
        return problems.stream().distinct().toList();
    }

    private static void tell(List<ModelProblem> problems, String file, Runnable reading) {
        try {
            reading.run();
        } catch (Problem wrong) {
            List<Object> args = wrong.args();
            problems.add(new ModelProblem(file, LadderTable.TABLE, switch (wrong.key()) {
                case "process.problem.ladderSteps" -> "clock " + args.get(0) + " at severity " + args.get(1) + " has " + args.get(2)
                        + " steps: a ladder has at most 20, each with a level of its own";
                case "process.problem.ladderShare" -> "clock " + args.get(0) + " at severity " + args.get(1) + " has a step at " + args.get(2)
                        + " %: it must be between 1 and 1000";
                case "process.problem.ladderNumber" -> "a rule has no whole number for " + args.get(0);
                default -> "a rule names " + args.get(1) + " as " + args.get(0) + ", which the house does not know";
            }));
        }
    }
}
