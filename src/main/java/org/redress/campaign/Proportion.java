package org.redress.campaign;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Interval;

/**
 * So many of so many.
 *
 * @param count 0 to {@code of}
 */
public record Proportion(long count, long of) {

    private static final double CHANCE = 0.05;
    /** Tables that are equally likely may differ in the last digits. */
    private static final double EQUAL = 1 + 1e-7;

    public Proportion {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of);
        }
    }

    public static final Proportion NONE = new Proportion(0, 0);

    public Proportion plus(Proportion other) {
        return new Proportion(count + other.count, of + other.of);
    }

    public boolean isEmpty() {
        return of == 0;
    }

    /** 0 to 1. @throws ArithmeticException for none of none */
    public double share() {
        if (of == 0) {
            throw new ArithmeticException("no share of nothing");
        }
        return (double) count / of;
    }

    /** Where the share lies with 95 % confidence; null for none of none. */
    public @Nullable Interval interval() {
        return of == 0 ? null : Interval.wilson(count, of);
    }

    /** How another share differs from this one: by more than chance when {@link #chanceOf} is below 5 %. */
    public Change to(Proportion later) {
        if (isEmpty() || later.isEmpty()) {
            return Change.NOTHING;
        }
        if (chanceOf(later) >= CHANCE) {
            return Change.CHANCE;
        }
        return later.share() > share() ? Change.RISEN : Change.FALLEN;
    }

    /**
     * How likely two shares differ at least as much as these by chance alone, if both were drawn from one: Fisher's exact test, two-sided, which
     * holds for any numbers. With K bad ones among N = n₁ + n₂, a table with x of them in the first share weighs C(n₁, x) · C(n₂, K − x); the answer
     * is the weight of all tables that weigh no more than this one.
     */
    public double chanceOf(Proportion later) {
        long bad = count + later.count;
        long lowest = Math.max(0, bad - later.of);
        long highest = Math.min(of, bad);
        long mode = Math.max(lowest, Math.min(highest, (of + 1) * (bad + 1) / (of + later.of + 2)));
        double[] weights = new double[(int) (highest - lowest + 1)];
        weights[(int) (mode - lowest)] = 1; // relative to the most likely one, so that nothing overflows
        for (long x = mode; x < highest; x++) {
            weights[(int) (x + 1 - lowest)] = weights[(int) (x - lowest)] * (of - x) * (bad - x) / ((x + 1.0) * (later.of - bad + x + 1));
        }
        for (long x = mode; x > lowest; x--) {
            weights[(int) (x - 1 - lowest)] = weights[(int) (x - lowest)] * x * (later.of - bad + x) / ((of - x + 1.0) * (bad - x + 1));
        }
        double seen = weights[(int) (count - lowest)] * EQUAL;
        return Arrays.stream(weights).filter(weight -> weight <= seen).sum() / Arrays.stream(weights).sum();
    }

    /** What can be said of two shares. */
    public enum Change {
        /** Nothing to compare (无数据). */ NOTHING,
        /** 在随机波动范围内 */ CHANCE,
        /** 显著上升 */ RISEN,
        /** 显著下降 */ FALLEN
    }
}
