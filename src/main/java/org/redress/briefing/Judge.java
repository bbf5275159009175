package org.redress.briefing;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Comparison;
import org.redress.figure.Figure;
import org.redress.figure.FigureValue;
import org.redress.figure.Target;
import org.redress.figure.TargetVerdict;
import org.redress.figure.Targets;
import org.springframework.stereotype.Component;

/** Satisfaction of those who rated, beside the target that the company has set for it. */
@Component
class Judge {

    private final Targets targets;

    Judge(Targets targets) {
        this.targets = targets;
    }

    /** In per cent; null when the company has set none. */
    @Nullable BigDecimal target() {
        return targets.of(Figure.SATISFACTION_RATED).map(Target::share).map(share -> share.movePointRight(2).stripTrailingZeros()).orElse(null);
    }

    /** On target or below it when the whole interval is; without a target nothing is said of any share. */
    Comparison of(FigureValue value) {
        if (value.denominator() == 0) {
            return Comparison.NOTHING;
        }
        TargetVerdict verdict = targets.judge(Figure.SATISFACTION_RATED, value);
        return verdict == TargetVerdict.MET ? Comparison.KEEP_UP : verdict == TargetVerdict.NOT_MET ? Comparison.IMPROVE : Comparison.TOO_FEW;
    }
}
