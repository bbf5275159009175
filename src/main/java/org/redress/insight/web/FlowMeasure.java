package org.redress.insight.web;

import org.jspecify.annotations.Nullable;
import org.redress.insight.StepNumbers;

/** What the diagram of the flow shows by shade. */
enum FlowMeasure {
    VISITS, WORK, WAIT, LATE, BACK;

    /** Null where the step has no such number. */
    @Nullable Double of(StepNumbers step, int percentile) {
        return switch (this) {
            case VISITS -> (double) step.visits();
            case WORK -> number(step.percentile(percentile));
            case WAIT -> number(step.waitEach());
            case LATE -> step.lateShare();
            case BACK -> (double) step.back();
        };
    }

    private static @Nullable Double number(@Nullable Number number) {
        return number == null ? null : number.doubleValue();
    }
}
