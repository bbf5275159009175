package org.redress.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Compares what was added up with the raw rows, level by level, in one statement each. Parameters: :zone, :from, :to, :most. */
final class CheckSql {

    /** Between two names of a place. */
    private static final String PLACES = "business, team, employee, region, channel, segment";

    private CheckSql() {
    }

    /** @param level null for the facts, row by row */
    static String compare(Figure figure, @Nullable Level level) {
        String raw = "select part, " + columns(level, "r") + ", 0 as counted, n as raw from (" + RawSql.of(figure) + ") r where day >= :from and day < :to";
        String counted = "select v.part, " + columns(level, "k") + ", v.n as counted, 0 as raw from "
                + (level == null ? "figure_fact" : "figure_sum") + " k cross join lateral (values\n    " + parts(figure) + ") v(part, n) where k.subject = "
                + Formulas.of(figure).subject().number() + (level == null ? "" : " and k.level = '" + level.code() + "'")
                + " and k.day >= :from and k.day < :to and v.n <> 0";
        String place = level == null ? "id::text" : "concat_ws(' / ', " + Stream.of(PLACES.split(", ")).map(column -> "nullif(" + column + ", '')")
                .collect(Collectors.joining(", ")) + ")";
        return "select part, day, " + place + " as place, sum(counted) as counted, sum(raw) as raw from (\n" + raw + "\nunion all\n" + counted
                + ") x group by part, day, id, " + PLACES + " having sum(counted) <> sum(raw) order by 2, 1, 3 limit :most";
    }

    private static String columns(@Nullable Level level, String of) {
        if (level == null) {
            return of + ".day, " + of + ".id, " + Stream.of(PLACES.split(", ")).map(column -> of + "." + column + " as " + column).collect(Collectors.joining(", "));
        }
        return "date_trunc('month', " + of + ".day)::date as day, 0 as id, " + Stream.of(Level.COLUMNS)
                .map(dimension -> level.knows(dimension) ? of + "." + Level.column(dimension) + " as " + Level.column(dimension) : "'' as " + Level.column(dimension))
                .collect(Collectors.joining(", "));
    }

    private static String parts(Figure figure) {
        Formula formula = Formulas.of(figure);
        List<String> values = new ArrayList<>(formula.parts().stream().map(part -> value("'" + part.code() + "'", part, "k.n")).toList());
        if (formula.paused()) {
            values.add(value("'PAUSED_MINUTES'", formula.denominator(), "k.amount"));
        }
        if (figure == Figure.SATISFACTION_PUBLISHED) {
            Part graded = new Part("", formula.denominator().all() | AskMark.RATED.bit(), formula.denominator().none());
            values.add(value("'GRADE ' || k.grade", graded, "k.n"));
        }
        return String.join(",\n    ", values);
    }

    private static String value(String code, Part part, String n) {
        return "(" + code + ", case when (k." + part.condition().substring(1) + " then " + n + " else 0 end)";
    }

    /** The count of the customer file by region and segment. */
    static String customers() {
        return """
                select 'CUSTOMERS' as part, current_date as day, region || ' / ' || segment as place, sum(counted) as counted, sum(raw) as raw from (
                    select region, segment, n as counted, 0 as raw from figure_customers
                    union all select case when area is null or area = '' then '-' else area end, segment, 0, 1 from customer) x
                group by region, segment having sum(counted) <> sum(raw) order by 3 limit :most""";
    }
}
