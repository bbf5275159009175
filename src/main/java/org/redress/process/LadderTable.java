package org.redress.process;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.deadline.LadderPolicy;
import org.redress.deadline.LadderStep;
import org.redress.deadline.Severity;
import org.redress.escalation.LadderAction;
import org.redress.escalation.LadderAudience;
import org.redress.escalation.LadderEvent;
import org.redress.escalation.LadderEvents;
import org.redress.shared.Problem;
import org.springframework.stereotype.Component;

/**
 * ladder.dmn: what the company's ladder says. The newest table holds for every open case: who hears of late work is the company's
 * order of the day, not part of what was promised to a customer.
 */
@Component
class LadderTable implements LadderPolicy, LadderEvents {

    private static final String TABLE = "ladder";
    /** A clock has no use for more, and a table that names more was not meant so. */
    private static final int MOST_STEPS = 20;
    private static final int FARTHEST = 1_000;

    private final Decisions decisions;
    private final Map<String, Map<ClockKind, Map<Severity, List<LadderStep>>>> known = new ConcurrentHashMap<>();

    LadderTable(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<LadderStep> steps(ClockKind kind, Severity severity) {
        return known.computeIfAbsent(decisions.newestId(TABLE), id -> read()).get(kind).get(severity);
    }

    @Override
    public List<LadderEvent> of(String trigger, Severity severity, int count) {
        return decisions.all(TABLE, facts(trigger, "", severity, count)).stream()
                .map(row -> new LadderEvent(number(row, "level"), LadderAction.valueOf(text(row, "action")),
                        LadderAudience.valueOf(text(row, "audience"))))
                .toList();
    }

    private Map<ClockKind, Map<Severity, List<LadderStep>>> read() {
        Map<ClockKind, Map<Severity, List<LadderStep>>> all = new EnumMap<>(ClockKind.class);
        for (ClockKind kind : ClockKind.values()) {
            Map<Severity, List<LadderStep>> bySeverity = new EnumMap<>(Severity.class);
            for (Severity severity : Severity.values()) {
                bySeverity.put(severity, checked(decisions.all(TABLE, facts("SHARE", kind.name(), severity, 1)).stream()
                        .map(row -> new LadderStep(number(row, "level"), number(row, "share"),
                                LadderAction.valueOf(text(row, "action")).name(), LadderAudience.valueOf(text(row, "audience")).name()))
                        .sorted(Comparator.comparingInt(LadderStep::share).thenComparingInt(LadderStep::level))
                        .toList(), kind, severity));
            }
            all.put(kind, bySeverity);
        }
        return all;
    }

    /** A ladder ends, and every level of it is reached once. */
    static List<LadderStep> checked(List<LadderStep> steps, ClockKind kind, Severity severity) {
        long levels = steps.stream().map(LadderStep::level).distinct().count();
        if (steps.size() > MOST_STEPS || levels != steps.size()) {
            throw Problem.conflict("process.problem.ladderSteps", kind, severity, steps.size());
        }
        steps.stream().filter(step -> step.share() <= 0 || step.share() > FARTHEST).findFirst().ifPresent(step -> {
            throw Problem.conflict("process.problem.ladderShare", kind, severity, step.share());
        });
        return steps;
    }

    private static Map<String, Object> facts(String trigger, String clock, Severity severity, int count) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("trigger", trigger);
        facts.put("clock", clock);
        facts.put("severity", severity.name());
        facts.put("count", count);
        return facts;
    }

    private static String text(DmnDecisionResultEntries row, String name) {
        return String.valueOf((Object) row.get(name));
    }

    private static int number(DmnDecisionResultEntries row, String name) {
        @Nullable Object value = row.get(name);
        if (!(value instanceof Number number)) {
            throw Problem.conflict("process.problem.ladderNumber", name);
        }
        return number.intValue();
    }
}
