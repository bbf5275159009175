package org.redress.figure;

import java.math.BigDecimal;

/**
 * What a figure should be (目标值).
 *
 * @param atLeast at least so much; otherwise at most
 * @param share   between 0 and 1
 */
public record Target(Figure figure, boolean atLeast, BigDecimal share) {

    /** @param interval where the share lies with 95 % confidence: nobody is judged by two answers */
    public TargetVerdict judge(Interval interval) {
        double at = share.doubleValue();
        if (atLeast) {
            return interval.low() >= at ? TargetVerdict.MET : interval.high() < at ? TargetVerdict.NOT_MET : TargetVerdict.TOO_FEW;
        }
        return interval.high() <= at ? TargetVerdict.MET : interval.low() > at ? TargetVerdict.NOT_MET : TargetVerdict.TOO_FEW;
    }
}
