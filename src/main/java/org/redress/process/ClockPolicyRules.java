package org.redress.process;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.redress.deadline.ClockKind;
import org.redress.deadline.PolicyException;
import org.redress.deadline.Severity;
import org.redress.process.gate.Report;

/**
 * What sla-policy.dmn has to hold before it may be deployed: one rule for every clock and severity, each with readable times. A case without
 * a budget could not be captured at all.
 */
final class ClockPolicyRules extends HouseTable {

    ClockPolicyRules() {
        super(ClockPolicyTable.TABLE);
    }

    @Override
    void ask(DmnEngine tables, DmnDecision table, Report report) {
        for (ClockKind kind : ClockKind.values()) {
            for (Severity severity : Severity.values()) {
                if (kind != ClockKind.OUTSIDE) {
                    ask(tables, table, kind, severity, report);
                }
            }
        }
    }

    private static void ask(DmnEngine tables, DmnDecision table, ClockKind kind, Severity severity, Report report) {
        try {
            var answers = tables.evaluateDecision(table, ClockPolicyTable.question(kind, severity));
            if (answers.isEmpty()) {
                report.element(ClockPolicyTable.TABLE, "clockNoRule", kind.name(), severity.name());
            } else {
                ClockPolicyTable.rule(kind, severity, answers.get(0).getEntryMap());
            }
        } catch (PolicyException e) {
            report.element(ClockPolicyTable.TABLE, e.code().endsWith("neverPauses") ? "clockPause" : "clockTime", kind.name(), severity.name(),
                    Arrays.stream(e.args()).map(String::valueOf).collect(Collectors.joining(", ")));
        } catch (DmnEngineException e) {
            report.element(ClockPolicyTable.TABLE, "clockRules", kind.name(), severity.name());
        }
    }
}
