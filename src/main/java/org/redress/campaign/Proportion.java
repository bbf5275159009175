package org.redress.campaign;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Interval;

/**
 * So many of so many.
 *
 * @param count 0 to {@code of}
 */
public record Proportion(long count, long of) {

    /** Of the normal distribution, two-sided 95 %. */
    private static final double Z = 1.959964;
    /** Below this expected count the normal distribution is no judge (Cochran's rule). */
    private static final double LEAST_EXPECTED = 5;

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

    /**
     * How another share differs from this one: z = (p₂ − p₁) / √(p(1 − p)(1/n₁ + 1/n₂)) with the pooled p; beyond ±1.96 it is more than
     * chance (95 %). With fewer than five expected in any of the four cells nothing is said.
     */
    public Change to(Proportion later) {
        if (isEmpty() || later.isEmpty()) {
            return Change.TOO_FEW;
        }
        double pooled = plus(later).share();
        double rarer = Math.min(pooled, 1 - pooled);
        if (rarer * Math.min(of, later.of) < LEAST_EXPECTED) {
            return Change.TOO_FEW;
        }
        double z = (later.share() - share()) / Math.sqrt(pooled * (1 - pooled) * (1.0 / of + 1.0 / later.of));
        if (Math.abs(z) < Z) {
            return Change.CHANCE;
        }
        return z > 0 ? Change.RISEN : Change.FALLEN;
    }

    /** What can be said of two shares. */
    public enum Change {
        /** 样本不足 */ TOO_FEW,
        /** 在随机波动范围内 */ CHANCE,
        /** 显著上升 */ RISEN,
        /** 显著下降 */ FALLEN
    }
}
