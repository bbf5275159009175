package org.redress.figure;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A share of the backlog that a case belongs to between two days. It comes on a day and leaves on the day the case ended; where it would not have
 * come before the case ended, it was never in it. A case that was reopened was never away.
 */
enum StockMark implements Mark {

    OPEN("s.received"),
    /** The day on which the clock of the resolution is due. */
    PAST_1X("s.due"),
    /** Twice the time from the start of the clock to its due moment, pauses included. */
    PAST_2X("s.twice"),
    PAST_8_WEEKS("s.eight_weeks"),
    /** Past its limit, and has waited for a third party. */
    LONG_TERM("case when s.due is not null and s.third_party is not null then greatest(s.due, s.third_party) end");

    private final String comes;

    StockMark(String comes) {
        this.comes = comes;
    }

    /** The day on which it comes. */
    @Override
    public String condition() {
        return comes;
    }

    /** Rows (part, day, marks, n) of a case {@code s} with its days. */
    static String events() {
        return Arrays.stream(values()).map(mark -> "(" + 2 * mark.ordinal() + ", " + mark.comes + ", cast(" + mark.bit() + " as bigint), 1, " + mark.comes
                + "), (" + (2 * mark.ordinal() + 1) + ", s.ended, cast(" + mark.bit() + " as bigint), -1, " + mark.comes + ")")
                .collect(Collectors.joining(",\n            "));
    }
}
