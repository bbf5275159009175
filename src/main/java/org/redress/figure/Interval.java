package org.redress.figure;

/**
 * Where a share lies with 95 % confidence when so many were asked: Wilson's score interval, which also holds for few answers and for
 * shares near 0 and 1. Both ends between 0 and 1.
 */
public record Interval(double low, double high) {

    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** @param all more than 0 */
    public static Interval wilson(long some, long all) {
        double n = all;
        double p = some / n;
        double z2 = Z * Z;
        double middle = p + z2 / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        double whole = 1 + z2 / n;
        return new Interval(Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole));
    }
}
