package org.redress.insight;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.figure.PeriodKind;

/**
 * Which visits of steps are looked at: those that ended in a period; null where a filter is off.
 *
 * @param start      the first day of the period
 * @param definition a version of the process, as the path names it
 */
public record FlowFilter(PeriodKind period, LocalDate start, @Nullable String team, @Nullable String severity, @Nullable String business,
        @Nullable String definition) {

    public FlowFilter {
        start = period.start(start);
    }

    public LocalDate end() {
        return period.plus(start, 1);
    }

    public FlowFilter of(LocalDate other) {
        return new FlowFilter(period, other, team, severity, business, definition);
    }

    /** Months are summed already; a week is not made of months. */
    boolean summed() {
        return period != PeriodKind.WEEK;
    }

    /** What narrows the rows beside the period; the columns are named as here in every table of the flow. */
    String narrow(Map<String, Object> params) {
        StringBuilder narrow = new StringBuilder();
        put(narrow, params, "team", team);
        put(narrow, params, "severity", severity);
        put(narrow, params, "business", business);
        put(narrow, params, "definition_id", definition);
        return narrow.toString();
    }

    private static void put(StringBuilder narrow, Map<String, Object> params, String column, @Nullable String value) {
        if (value != null) {
            narrow.append(" and ").append(column).append(" = :").append(column);
            params.put(column, value);
        }
    }
}
