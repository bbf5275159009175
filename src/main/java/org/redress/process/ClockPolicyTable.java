package org.redress.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Budget;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockPolicies;
import org.redress.deadline.ClockPolicy;
import org.redress.deadline.ClockRule;
import org.redress.deadline.Severity;
import org.springframework.stereotype.Component;

/** sla-policy.dmn as the rules of clocks; read once for each version that is deployed. */
@Component
class ClockPolicyTable implements ClockPolicies {

    static final String TABLE = "sla-policy";
    private static final String NONE = "none";

    private final Decisions decisions;
    private volatile @Nullable Kept kept;

    ClockPolicyTable(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public ClockPolicy current() {
        String id = decisions.newestId(TABLE);
        Kept known = kept;
        if (known == null || !known.id().equals(id)) {
            known = new Kept(id, new ClockPolicy(rules(facts -> decisions.first(TABLE, id, facts))));
            kept = known;
        }
        return known.policy();
    }

    /** The question the table answers for one clock of one severity. */
    static Map<String, Object> question(ClockKind kind, Severity severity) {
        return Map.of("clock", kind.name(), "severity", severity.name());
    }

    /** @throws org.redress.deadline.PolicyException for an answer that is no time limit */
    static ClockRule rule(ClockKind kind, Severity severity, Map<String, Object> answer) {
        return new ClockRule(kind, severity, Budget.parse(text(answer, "budget")), optional(answer, "pause"), optional(answer, "extension"),
                optional(answer, "outsideMargin"));
    }

    /** Every clock of every severity. */
    static List<ClockRule> rules(Function<Map<String, Object>, DmnDecisionResultEntries> table) {
        List<ClockRule> rules = new ArrayList<>();
        for (ClockKind kind : ClockKind.values()) {
            for (Severity severity : Severity.values()) {
                if (kind != ClockKind.OUTSIDE) {
                    rules.add(rule(kind, severity, table.apply(question(kind, severity)).getEntryMap()));
                }
            }
        }
        return rules;
    }

    private static @Nullable Budget optional(Map<String, Object> answer, String name) {
        String text = text(answer, name);
        return text.isEmpty() || text.equals(NONE) ? null : Budget.parse(text);
    }

    private static String text(Map<String, Object> answer, String name) {
        Object value = answer.get(name);
        return value == null ? "" : value.toString().strip();
    }

    private record Kept(String id, ClockPolicy policy) {
    }
}
