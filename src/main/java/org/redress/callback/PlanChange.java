package org.redress.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing that a release changes.
 *
 * @param rule name of the rule
 * @param from value before, "" where there was none
 * @param to   value after, "" where there is none
 */
public record PlanChange(Kind kind, String rule, String from, String to) {

    /** What is changed of a rule. */
    public enum Kind {
        /** 新增规则 */ ADDED,
        /** 删除规则 */ REMOVED,
        /** 调整回访率 */ RATE,
        /** 调整有效期 */ WINDOW,
        /** 调整顺序 */ ORDER
    }

    static List<PlanChange> between(List<PlanRule> before, List<PlanRule> after) {
        List<PlanChange> changes = new ArrayList<>();
        Map<String, PlanRule> known = before.stream().collect(Collectors.toMap(rule -> String.valueOf(rule.id()), Function.identity()));
        List<String> kept = after.stream().map(PlanRule::id).filter(Objects::nonNull).filter(known::containsKey).toList();
        for (PlanRule rule : before) {
            if (!kept.contains(String.valueOf(rule.id()))) {
                changes.add(new PlanChange(Kind.REMOVED, rule.name(), percent(rule), ""));
            }
        }
        for (PlanRule rule : after) {
            PlanRule old = known.get(String.valueOf(rule.id()));
            if (old == null) {
                changes.add(new PlanChange(Kind.ADDED, rule.name(), "", percent(rule)));
            } else {
                add(changes, Kind.RATE, rule, percent(old), percent(rule));
                add(changes, Kind.WINDOW, rule, String.valueOf(old.windowDays()), String.valueOf(rule.windowDays()));
            }
        }
        List<String> orderBefore = before.stream().map(rule -> String.valueOf(rule.id())).filter(kept::contains).toList();
        for (int at = 0; at < kept.size(); at++) {
            int was = orderBefore.indexOf(kept.get(at));
            if (was > at) {
                changes.add(new PlanChange(Kind.ORDER, known.get(kept.get(at)).name(), String.valueOf(was + 1), String.valueOf(at + 1)));
            }
        }
        return changes;
    }

    private static void add(List<PlanChange> changes, Kind kind, PlanRule rule, String from, String to) {
        if (!from.equals(to)) {
            changes.add(new PlanChange(kind, rule.name(), from, to));
        }
    }

    private static String percent(PlanRule rule) {
        return rule.rate() + " %";
    }
}
