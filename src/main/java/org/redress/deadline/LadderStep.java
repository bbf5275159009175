package org.redress.deadline;

/**
 * One step of the ladder of a clock (升级阶梯).
 *
 * @param level    1 to 5, as people speak of it
 * @param share    of the clock, percent
 * @param action   what happens: a name of {@code escalation.LadderAction}
 * @param audience who is told: a name of {@code escalation.LadderAudience}
 */
public record LadderStep(int level, int share, String action, String audience) {

    /** The step's place along a clock: 1.5 for 150 %. */
    public double part() {
        return share / 100.0;
    }
}
