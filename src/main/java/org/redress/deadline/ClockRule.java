package org.redress.deadline;

import org.jspecify.annotations.Nullable;

/**
 * One row of the clock policy (时限规则).
 *
 * @param budget the time from start to due
 * @param pause how long the clock may pause in all while the customer or a third party is waited for; null when it never may
 * @param extension what one approved extension may add at most; null when there is none
 * @param outsideMargin how long before an outside body's deadline this clock must be done; null when it does not care
 */
public record ClockRule(ClockKind kind, Severity severity, Budget budget,
        @Nullable Budget pause, @Nullable Budget extension, @Nullable Budget outsideMargin) {

    public ClockRule {
        if (kind == ClockKind.OUTSIDE) {
            throw new PolicyException("deadline.policy.outside");
        }
        if (pause != null && severity.aroundTheClock()) {
            throw new PolicyException("deadline.policy.neverPauses", kind, severity);
        }
    }
}
