package org.redress.figure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way in which the facts of a month are added up; what a level does not know is ''. Days have no sums: a company does so many kinds of things a day
 * that there would be as many sums as facts.
 */
enum Level {
    TEAM("M", Dimension.BUSINESS, Dimension.TEAM),
    EMPLOYEE("E", Dimension.BUSINESS, Dimension.TEAM, Dimension.EMPLOYEE),
    POPULATION("P", Dimension.BUSINESS, Dimension.TEAM, Dimension.REGION, Dimension.CHANNEL, Dimension.SEGMENT);

    static final Dimension[] COLUMNS = {Dimension.BUSINESS, Dimension.TEAM, Dimension.EMPLOYEE, Dimension.REGION, Dimension.CHANNEL, Dimension.SEGMENT};

    private final String code;
    private final Set<Dimension> known;

    Level(String code, Dimension... known) {
        this.code = code;
        this.known = EnumSet.copyOf(Arrays.asList(known));
    }

    String code() {
        return code;
    }

    boolean knows(Set<Dimension> dimensions) {
        return known.containsAll(dimensions);
    }

    boolean knows(Dimension dimension) {
        return known.contains(dimension);
    }

    static String column(Dimension dimension) {
        return dimension.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Sums of the rows of a table with the columns of facts: one select that gives every level. */
    static String sums(String table) {
        return """
                select f.subject, l.level, cast(date_trunc('month', cast(f.day as timestamp)) as date) as day, f.business, f.team, l.employee, l.region, l.channel, l.segment, f.grade, f.marks,
                    sum(f.n) as n, sum(f.amount * f.n) as amount
                from %s f cross join lateral (values
                    %s) l(level, employee, region, channel, segment)
                group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
                having sum(f.n) <> 0 or sum(f.amount * f.n) <> 0"""
                .formatted(table, Arrays.stream(values()).map(Level::row).collect(Collectors.joining(",\n                    ")));
    }

    private String row() {
        return Stream.of(Dimension.EMPLOYEE, Dimension.REGION, Dimension.CHANNEL, Dimension.SEGMENT)
                .map(dimension -> knows(dimension) ? "f." + column(dimension) : "''")
                .collect(Collectors.joining(", ", "('" + code + "', ", ")"));
    }
}
