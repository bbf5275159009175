package org.redress.briefing;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import org.redress.figure.FigureValue;
import org.redress.figure.Interval;

/** Percentages with two decimals. */
final class Shares {

    /** With fewer answers nobody is called good or bad. */
    static final int ENOUGH = 30;

    private static final int DECIMALS = 2;

    private Shares() {
    }

    static @Nullable BigDecimal low(FigureValue value) {
        Interval interval = value.interval();
        return interval == null ? null : percent(interval.low());
    }

    static @Nullable BigDecimal high(FigureValue value) {
        Interval interval = value.interval();
        return interval == null ? null : percent(interval.high());
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(DECIMALS).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Percentage of a whole; null when the whole is 0. */
    static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0 ? null
                : BigDecimal.valueOf(part).movePointRight(DECIMALS).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
