package org.redress.deadline;

import java.util.List;

/** The company's ladder as data: which steps a clock climbs (升级阶梯表). */
public interface LadderPolicy {

    /** In the order in which they are reached: by share, then by level. Empty where the clock has no ladder. */
    List<LadderStep> steps(ClockKind kind, Severity severity);
}
