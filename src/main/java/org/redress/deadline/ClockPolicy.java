package org.redress.deadline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much time each clock has for each severity (时限规则表), whether it may pause, and what an extension adds. Complete by
 * construction: every kind but {@code OUTSIDE} has a row for every severity. The outside body's clock has no budget, its due
 * moment is given.
 */
public final class ClockPolicy {

    private final Map<ClockKind, Map<Severity, ClockRule>> rules = new EnumMap<>(ClockKind.class);

    /** Throws {@link PolicyException} when a row is missing or comes twice. */
    public ClockPolicy(List<ClockRule> rows) {
        for (ClockRule row : rows) {
            if (rules.computeIfAbsent(row.kind(), kind -> new EnumMap<>(Severity.class)).put(row.severity(), row) != null) {
                throw new PolicyException("deadline.policy.twice", row.kind(), row.severity());
            }
        }
        for (ClockKind kind : ClockKind.values()) {
            for (Severity severity : Severity.values()) {
                if (kind != ClockKind.OUTSIDE && rule(kind, severity).isEmpty()) {
                    throw new PolicyException("deadline.policy.missing", kind, severity);
                }
            }
        }
    }

    /** Empty only for {@code OUTSIDE}. */
    public Optional<ClockRule> rule(ClockKind kind, Severity severity) {
        return Optional.ofNullable(rules.getOrDefault(kind, Map.of()).get(severity));
    }

    /** Empty only for {@code OUTSIDE}. */
    public Optional<Budget> budget(ClockKind kind, Severity severity) {
        return rule(kind, severity).map(ClockRule::budget);
    }

    /** How long the clock may pause in all; empty when it never pauses. */
    public Optional<Budget> pause(ClockKind kind, Severity severity) {
        return rule(kind, severity).map(ClockRule::pause);
    }

    /** What one approved extension may add at most; empty when there is none. */
    public Optional<Budget> extension(ClockKind kind, Severity severity) {
        return rule(kind, severity).map(ClockRule::extension);
    }

    /** How long before an outside deadline the clock must be done; empty when it does not care. */
    public Optional<Budget> outsideMargin(ClockKind kind, Severity severity) {
        return rule(kind, severity).map(ClockRule::outsideMargin);
    }
}
