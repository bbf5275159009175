package org.redress.process;

import java.util.List;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.process.gate.Report;
import org.redress.shared.Problem;

/**
 * What ladder.dmn has to hold before it may be deployed: every level of a clock once, shares that end, and words the house knows. Every change
 * of a ledger asks the table.
 */
final class LadderRules extends HouseTable {

    private static final List<String> TRIGGERS = List.of("CAPTURED", "DISSATISFIED", "HAND_OVER", "AGE");
    private static final int OFTEN = 5;

    LadderRules() {
        super(LadderTable.TABLE);
    }

    @Override
    void ask(DmnEngine tables, DmnDecision table, Report report) {
        for (Severity severity : Severity.values()) {
            for (ClockKind kind : ClockKind.values()) {
                var facts = LadderTable.facts("SHARE", kind.name(), severity, 1);
                tell(report, () -> LadderTable.steps(tables.evaluateDecision(table, facts).stream().toList(), kind, severity));
            }
            for (String trigger : TRIGGERS) {
                for (int count = 1; count <= OFTEN; count++) {
                    var facts = LadderTable.facts(trigger, "", severity, count);
                    tell(report, () -> LadderTable.events(tables.evaluateDecision(table, facts).stream().toList()));
                }
            }
        }
    }

    private static void tell(Report report, Runnable reading) {
        try {
            reading.run();
        } catch (Problem wrong) {
            report.element(LadderTable.TABLE, switch (wrong.key()) {
                case "process.problem.ladderSteps" -> "ladderSteps";
                case "process.problem.ladderShare" -> "ladderShare";
                case "process.problem.ladderNumber" -> "ladderNumber";
                default -> "ladderWord";
            }, wrong.args().stream().map(String::valueOf).toArray());
        }
    }
}
