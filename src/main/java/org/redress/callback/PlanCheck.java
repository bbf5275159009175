package org.redress.callback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.redress.organisation.Organisation;
import org.redress.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** What is wrong with a plan before it becomes a table, in words for who made it. */
@Component
class PlanCheck {

    static final int LONGEST_WINDOW = 60;
    static final int MOST_RULES = 100;

    private final Organisation organisation;

    PlanCheck(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Numbers that are none of a plan: a draft holding them is not even kept. */
    List<FieldProblem> numbers(List<PlanRule> rules) {
        List<FieldProblem> found = new ArrayList<>();
        for (int at = 0; at < rules.size(); at++) {
            PlanRule rule = rules.get(at);
            if (rule.rate() < 0 || rule.rate() > 100) {
                found.add(FieldProblem.of("rate-" + at, "callback.plan.problem.rate"));
            }
            if (rule.windowDays() < 1 || rule.windowDays() > LONGEST_WINDOW) {
                found.add(FieldProblem.of("window-" + at, "callback.plan.problem.window", LONGEST_WINDOW));
            }
        }
        if (rules.size() > MOST_RULES) {
            found.add(FieldProblem.of("rules", "callback.plan.problem.tooMany", MOST_RULES));
        }
        return found;
    }

    /** Why the plan cannot be released; empty for one that can. */
    List<FieldProblem> problems(List<PlanRule> rules) {
        List<FieldProblem> found = new ArrayList<>(numbers(rules));
        if (rules.isEmpty() || !rules.get(rules.size() - 1).takesAll()) {
            found.add(FieldProblem.of("rules", "callback.plan.problem.incomplete"));
        }
        List<PlanRule> seen = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PlanRule rule : rules) {
            if (seen.stream().anyMatch(before -> before.takesAll() || before.sameJobs(rule))) {
                found.add(FieldProblem.of("rules", "callback.plan.problem.never", rule.name()));
            }
            if (!names.add(rule.name())) {
                found.add(FieldProblem.of("rules", "callback.plan.problem.twice", rule.name()));
            }
            rule.teams().stream().filter(team -> organisation.team(team).isEmpty())
                    .forEach(team -> found.add(FieldProblem.of("rules", "callback.plan.problem.team", rule.name(), team)));
            seen.add(rule);
        }
        return found;
    }
}
