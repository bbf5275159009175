package org.redress.figure;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A property of one row that figures are made of: one bit of its fact. The condition is SQL over the row as {@link FactSql} reads it; what is
 * unknown is not so.
 */
interface Mark {

    String condition();

    int ordinal();

    default long bit() {
        return 1L << ordinal();
    }

    static long bits(Mark... marks) {
        return Arrays.stream(marks).mapToLong(Mark::bit).reduce(0, (left, right) -> left | right);
    }

    /** The SQL of all bits of a row. */
    static String sql(Mark... marks) {
        return Arrays.stream(marks).map(mark -> "case when " + mark.condition() + " then " + mark.bit() + " else 0 end")
                .collect(Collectors.joining("\n        + ", "cast(", " as bigint)"));
    }
}
