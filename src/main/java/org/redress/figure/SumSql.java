package org.redress.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The SQL that adds up parts of rows over days. Whole months come from the sums of months, what is left at both ends from the facts of those days;
 * all days from facts where no sum knows the dimensions that are asked together.
 */
final class SumSql {

    /** Before any row. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final List<Level> BY_MONTH = List.of(Level.TEAM, Level.EMPLOYEE, Level.POPULATION);

    private final Subject subject;
    private final Map<Dimension, String> only;
    private final Set<Dimension> asked;
    private final @Nullable Set<String> teams;
    private final Map<String, Object> params = new HashMap<>();
    private final List<String> pieces = new ArrayList<>();

    /**
     * @param by    also known by every row; null for none
     * @param teams only rows of these; null for all
     */
    SumSql(Subject subject, Map<Dimension, String> only, @Nullable Dimension by, @Nullable Set<String> teams) {
        this.subject = subject;
        this.only = only;
        this.teams = teams;
        this.asked = EnumSet.noneOf(Dimension.class);
        asked.addAll(only.keySet());
        if (by != null && by != Dimension.PERIOD) {
            asked.add(by);
        }
        if (teams != null) {
            asked.add(Dimension.TEAM);
            params.put("teams", teams.toArray(String[]::new));
        }
        only.forEach((dimension, code) -> params.put(Level.column(dimension), code));
    }

    /** @param exactDays whether the day of each row must be known, not only its month */
    SumSql days(LocalDate from, LocalDate to, boolean exactDays) {
        Level month = exactDays ? null : BY_MONTH.stream().filter(level -> level.knows(asked)).findFirst().orElse(null);
        LocalDate first = from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        LocalDate last = to.withDayOfMonth(1);
        if (month == null || !first.isBefore(last)) {
            piece(null, from, to);
        } else {
            piece(null, from, first);
            piece(month, first, last);
            piece(null, last, to);
        }
        return this;
    }

    private void piece(@Nullable Level level, LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            return;
        }
        int number = pieces.size();
        params.put("from" + number, from);
        params.put("to" + number, to);
        pieces.add("select day, business, team, employee, region, channel, segment, grade, marks, n, " + (level == null ? "amount * n as amount" : "amount")
                + (level == null ? " from figure_fact" : " from figure_sum") + " where subject = " + subject.number() + (level == null ? "" : " and level = '" + level.code() + "'")
                + " and day >= :from" + number + " and day < :to" + number + narrowed());
    }

    /** Conditions over columns of facts. */
    String narrowed() {
        return only.keySet().stream().map(Level::column).map(column -> " and " + column + " = :" + column).collect(Collectors.joining())
                + (teams == null ? "" : " and team = any(:teams)");
    }

    Map<String, Object> params() {
        return params;
    }

    /** @param group an expression over the rows; columns are p0, p1 ... for the conditions */
    String select(String group, List<String> sums) {
        if (pieces.isEmpty()) {
            piece(null, BEGINNING, BEGINNING.plusDays(1));
        }
        StringBuilder sql = new StringBuilder("select " + group + " as code");
        for (int i = 0; i < sums.size(); i++) {
            sql.append(", coalesce(").append(sums.get(i)).append(", 0) as p").append(i);
        }
        return sql + " from (" + String.join("\nunion all\n", pieces) + ") s group by 1";
    }

    static String sum(Part part) {
        return "sum(n) filter (where " + part.condition() + ")";
    }

    static String minutes(Part part) {
        return "sum(amount) filter (where " + part.condition() + ")";
    }

    /** The first day of the period of a row. */
    static String period(PeriodKind kind) {
        return "cast(date_trunc('" + kind.name().toLowerCase(Locale.ROOT) + "', cast(day as timestamp)) as date)";
    }
}
