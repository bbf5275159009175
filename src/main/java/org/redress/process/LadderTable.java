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

    static final String TABLE = "ladder";
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
        return known.computeIfAbsent(decisions.newestId(TABLE), this::read).get(kind).get(severity);
    }

    @Override
    public List<LadderEvent> of(String trigger, Severity severity, int count) {
        return events(decisions.all(TABLE, facts(trigger, "", severity, count)));
    }

    private Map<ClockKind, Map<Severity, List<LadderStep>>> read(String id) {
        Map<ClockKind, Map<Severity, List<LadderStep>>> all = new EnumMap<>(ClockKind.class);
        for (ClockKind kind : ClockKind.values()) {
            Map<Severity, List<LadderStep>> bySeverity = new EnumMap<>(Severity.class);
            for (Severity severity : Severity.values()) {
                bySeverity.put(severity, steps(decisions.answers(id, facts("SHARE", kind.name(), severity, 1)), kind, severity));
            }
            all.put(kind, bySeverity);
        }
        return all;
    }

    /** What the rows of one clock and severity mean. @throws Problem 409 that says what is wrong with them */
    static List<LadderStep> steps(List<? extends DmnDecisionResultEntries> rows, ClockKind kind, Severity severity) {
        return checked(rows.stream()
                .map(row -> new LadderStep(number(row, "level"), number(row, "share"), constant(row, "action", LadderAction.class).name(),
                        constant(row, "audience", LadderAudience.class).name()))
                .sorted(Comparator.comparingInt(LadderStep::share).thenComparingInt(LadderStep::level))
                .toList(), kind, severity);
    }

    static List<LadderEvent> events(List<? extends DmnDecisionResultEntries> rows) {
        return rows.stream().map(row -> new LadderEvent(number(row, "level"), constant(row, "action", LadderAction.class),
                constant(row, "audience", LadderAudience.class))).toList();
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

    static Map<String, Object> facts(String trigger, String clock, Severity severity, int count) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("trigger", trigger);
        facts.put("clock", clock);
        facts.put("severity", severity.name());
        facts.put("count", count);
        return facts;
    }

    private static <E extends Enum<E>> E constant(DmnDecisionResultEntries row, String name, Class<E> type) {
        String text = String.valueOf((Object) row.get(name));
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw Problem.conflict("process.problem.ladderWord", name, text);
    }

    private static int number(DmnDecisionResultEntries row, String name) {
        @Nullable Object value = row.get(name);
        if (!(value instanceof Number number)) {
            throw Problem.conflict("process.problem.ladderNumber", name);
        }
        return number.intValue();
    }
}
