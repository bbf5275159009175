package org.redress.callback.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.redress.callback.PlanRule;
import org.redress.customer.Segment;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.util.MultiValueMap;

/** The table of rules as it was sent: numbers by row, one act on a row, and maybe a new rule. */
final class PlanForm {

    private static final String NEW = "new";

    private final MultiValueMap<String, String> sent;
    private final List<FieldProblem> problems = new ArrayList<>();

    PlanForm(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    /** @throws Problem 422 naming every field that holds no number */
    List<PlanRule> rules(List<PlanRule> shown) {
        List<PlanRule> rules = new ArrayList<>();
        for (int at = 0; at < shown.size(); at++) {
            PlanRule rule = shown.get(at);
            rules.add(with(rule, number("rate-" + at, rule.rate(), "callback.plan.problem.rate"),
                    number("window-" + at, rule.windowDays(), "callback.plan.problem.window")));
        }
        act(rules);
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return rules;
    }

    /** What was sent in a field, for the page that shows it again. */
    public @Nullable String typed(String field) {
        return sent.getFirst(field);
    }

    private void act(List<PlanRule> rules) {
        String act = String.valueOf(sent.getFirst("do"));
        int bar = act.indexOf('-');
        int at = bar < 0 || !act.substring(bar + 1).matches("\\d{1,4}") ? -1 : Integer.parseInt(act.substring(bar + 1));
        switch (bar < 0 ? act : act.substring(0, bar)) {
            case "add" -> rules.add(0, fresh());
            case "remove" -> rules.remove(row(rules, at));
            case "up" -> Collections.swap(rules, row(rules, at), row(rules, at - 1));
            case "down" -> Collections.swap(rules, row(rules, at), row(rules, at + 1));
            default -> { }
        }
    }

    private static int row(List<PlanRule> rules, int at) {
        if (at < 0 || at >= rules.size()) {
            throw Problem.badRequest("error.400.text");
        }
        return at;
    }

    /** On top: who adds a rule means it to win over the general ones. */
    private PlanRule fresh() {
        String warranty = sent.getFirst(NEW + "-warranty");
        return new PlanRule(null, "", chosen("business", Business.class), chosen("segment", Segment.class),
                warranty == null || warranty.isBlank() ? null : Boolean.valueOf(warranty), texts("team").collect(Collectors.toUnmodifiableSet()), null,
                number(NEW + "-rate", -1, "callback.plan.problem.rate"), number(NEW + "-window", -1, "callback.plan.problem.window"), new Bilingual("", ""));
    }

    private static PlanRule with(PlanRule rule, int rate, int windowDays) {
        return new PlanRule(rule.id(), rule.name(), rule.businesses(), rule.segments(), rule.warranty(), rule.teams(), rule.own(), rate, windowDays,
                rule.text());
    }

    /** @param otherwise for a field that was not sent; negative for one that must be */
    private int number(String field, int otherwise, String problem) {
        String text = sent.getFirst(field);
        if (text == null && otherwise >= 0) {
            return otherwise;
        }
        if (text == null || !text.strip().matches("\\d{1,4}")) {
            problems.add(FieldProblem.of(field, problem, PlanPages.LONGEST_WINDOW));
            return Math.max(0, otherwise);
        }
        return Integer.parseInt(text.strip());
    }

    private <E extends Enum<E>> Set<E> chosen(String field, Class<E> type) {
        Set<String> names = texts(field).collect(Collectors.toSet());
        return Arrays.stream(type.getEnumConstants()).filter(each -> names.contains(each.name())).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> texts(String field) {
        return sent.getOrDefault(NEW + "-" + field, List.of()).stream().filter(text -> !text.isBlank());
    }
}
