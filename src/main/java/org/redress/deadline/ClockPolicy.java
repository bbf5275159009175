package org.redress.deadline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much time each clock has for each severity (时限规则表), whether it may pause, and what an extension adds. Complete by
 * construction: every kind but {@code OUTSIDE} has a row for every severity. The outside body's clock has no budget, its due
 * moment is given.
 */
public final class ClockPolicy {

    private static final int COLUMNS = 6;

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

    /** The table the product starts with. */
    public static ClockPolicy standard() {
        return parse(Resources.lines("/policy/clocks.csv"));
    }

    /** Lines of {@code clock,severity,budget,pause,extension,outside_margin} under a heading; empty cells mean "none". */
    public static ClockPolicy parse(List<String> lines) {
        List<ClockRule> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(i + 1, lines.get(i)));
            }
        }
        return new ClockPolicy(rows);
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

    private static ClockRule row(int number, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new PolicyException("deadline.policy.line", number, line);
        }
        try {
            return new ClockRule(ClockKind.valueOf(cells[0].strip()), Severity.valueOf(cells[1].strip()),
                    Budget.parse(cells[2]), optional(cells[3]), optional(cells[4]), optional(cells[5]));
        } catch (IllegalArgumentException e) {
            throw new PolicyException("deadline.policy.line", number, line);
        }
    }

    private static @Nullable Budget optional(String cell) {
        return cell.isBlank() ? null : Budget.parse(cell);
    }
}
