package org.redress.figure;

import java.math.BigDecimal;

/**
 * What a figure should be (目标值).
 *
 * @param atLeast at least so much; otherwise at most
 * @param share   between 0 and 1
 */
public record Target(Figure figure, boolean atLeast, BigDecimal share) {

    /** With fewer rows nobody is judged: even one bad answer of two would lie "beyond chance" below a target of 98 %. */
    public static final int FEWEST = 30;

    /** @param value a share with something to divide by */
    TargetVerdict judge(FigureValue value, Interval interval) {
        double at = share.doubleValue();
        boolean below = interval.high() < at;
        boolean above = interval.low() > at;
        boolean met = atLeast ? interval.low() >= at : interval.high() <= at;
        return value.denominator() < FEWEST || !met && !below && !above ? TargetVerdict.TOO_FEW : met ? TargetVerdict.MET : TargetVerdict.NOT_MET;
    }
}
