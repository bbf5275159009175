package org.redress.process.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ladder of domain.md, section 5, as the table gives it. */
class LadderTableTest {

    private static final DecisionRunner DECISIONS = new DecisionRunner();

    @ParameterizedTest
    @CsvSource({"S2", "S3", "S4"})
    void aClockClimbsFourSteps(String severity) {
        var steps = DECISIONS.askAll("ladder", facts("SHARE", severity, 1));

        assertThat(steps.keySet()).containsExactly("rule_remind", "rule_breach", "rule_supervise", "rule_director");
        assertThat(steps.values()).extracting(step -> step.get("share")).containsExactly(75, 100, 150, 200);
        assertThat(steps.values()).extracting(step -> step.get("level")).containsExactly(1, 2, 3, 4);
        assertThat(steps.values()).extracting(step -> step.get("action")).containsExactly("REMIND", "BREACH", "SUPERVISE", "DIRECTOR");
        assertThat(steps.values()).extracting(step -> step.get("audience")).containsExactly("HOLDER", "LEADER_AND_SPECIALIST", "MANAGER", "DIRECTOR");
    }

    @Test
    void anyBreachOfAnS1CaseIsTheDirectors() {
        var steps = DECISIONS.askAll("ladder", facts("SHARE", "S1", 1));

        assertThat(steps.keySet()).containsExactly("rule_remind", "rule_breach", "rule_supervise", "rule_directorOfS1");
        assertThat(steps.get("rule_directorOfS1")).containsEntry("share", 100).containsEntry("audience", "DIRECTOR");
    }

    @ParameterizedTest
    @CsvSource({"CAPTURED, S1, 1, captured, 3, REPORT, MANAGER", "DISSATISFIED, S3, 2, dissatisfied, 3, SUPERVISE, MANAGER",
        "DISSATISFIED, S2, 3, dissatisfiedAgain, 4, DIRECTOR, DIRECTOR", "HAND_OVER, S4, 3, handedOver, 3, SUPERVISE, MANAGER",
        "AGE, S3, 1, age, 5, OUTSIDE_BODY, CUSTOMER"})
    void someThingsClimbByThemselves(String trigger, String severity, int count, String rule, int level, String action, String audience) {
        var fired = DECISIONS.askAll("ladder", facts(trigger, severity, count));

        assertThat(fired.keySet()).containsExactly("rule_" + rule);
        assertThat(fired.get("rule_" + rule)).containsEntry("level", level).containsEntry("action", action).containsEntry("audience", audience);
    }

    @ParameterizedTest
    @CsvSource({"CAPTURED, S2, 1", "DISSATISFIED, S3, 1", "DISSATISFIED, S3, 4", "HAND_OVER, S3, 2", "HAND_OVER, S3, 4", "NOTHING, S1, 1"})
    void nothingElseDoes(String trigger, String severity, int count) {
        assertThat(DECISIONS.askAll("ladder", facts(trigger, severity, count))).isEmpty();
    }

    @Test
    void everyRuleIsAskedFor() {
        Set<String> rules = new TreeSet<>();
        ModelFiles.decision("ladder").getModelElementsByType(Rule.class).forEach(rule -> rules.add(rule.getId()));

        assertThat(rules).containsExactlyInAnyOrder("rule_remind", "rule_breach", "rule_supervise", "rule_directorOfS1", "rule_director",
                "rule_captured", "rule_dissatisfied", "rule_dissatisfiedAgain", "rule_handedOver", "rule_age");
    }

    private static Map<String, Object> facts(String trigger, String severity, int count) {
        return Map.of("trigger", trigger, "clock", "RESOLVE", "severity", severity, "count", count);
    }
}
