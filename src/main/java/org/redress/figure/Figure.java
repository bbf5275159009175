package org.redress.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * What the house counts (domain, section 8). Formula, numerator and denominator of each stand in words in the messages
 * {@code figure.formula.<name>}; what was left out comes with each value. Days: jobs count on the day they were done, askings on the day of
 * the call or of the sending, cases on the day they were received, the backlog at the end of the period.
 */
public enum Figure {

    /** 回访率: jobs whose customer was reached / jobs due under the sampling rule. */
    COVERAGE(Unit.SHARE, true),
    /** 抽样率: sampled / eligible jobs. */
    SAMPLED_SHARE(Unit.SHARE, null),
    /** 接通率: reached / attempted. */
    REACHED_SHARE(Unit.SHARE, true),
    /** 过期率: lapsed / due under the sampling rule. */
    LAPSED_SHARE(Unit.SHARE, false),
    /** 满意率（发布口径）: 1 - (neither satisfied nor unrated) / called. */
    SATISFACTION_PUBLISHED(Unit.SHARE, true),
    /** 满意率（仅计已评价）: satisfied / rated. */
    SATISFACTION_RATED(Unit.SHARE, true),
    /** 未评价率: called and not rated / called. */
    UNRATED_SHARE(Unit.SHARE, false),
    /** 不满意率: dissatisfied / rated. */
    DISSATISFIED_RATE(Unit.SHARE, false),
    /** 按约服务率: appointment kept / customers who said. */
    APPOINTMENT_KEPT(Unit.SHARE, true),
    /** 邀评率: jobs whose customer was asked in any way / jobs. */
    ASKED_SHARE(Unit.SHARE, true),
    /** 参评率: jobs whose customer answered / jobs whose customer was asked. */
    ANSWERED_SHARE(Unit.SHARE, true),
    /** 按时办结率: resolved by due / cases that have a due moment. */
    TIMELY_RATE(Unit.SHARE, true),
    /** 首次联系及时率. */
    ACKNOWLEDGED_IN_TIME(Unit.SHARE, true),
    /** 首次解决率: settled on the call and not reopened in 14 days / all. */
    FIRST_CONTACT_RESOLUTION(Unit.SHARE, true),
    /** 重开率: reopened / resolved. */
    REOPEN_RATE(Unit.SHARE, false),
    /** 退单率: returned / assigned. */
    RETURN_RATE(Unit.SHARE, false),
    /** 转办率: handed over / all. */
    HAND_OVER_RATE(Unit.SHARE, false),
    /** 属实率: upheld and partly upheld / decided. */
    UPHELD_RATE(Unit.SHARE, false),
    /** 万户投诉率: complaints x 10,000 / customers served. */
    COMPLAINTS_PER_10000(Unit.PER_10000, false),
    /** 千单投诉率: complaints x 1,000 / service jobs. */
    COMPLAINTS_PER_1000_JOBS(Unit.PER_1000, false),
    /** 呼叫中心投诉率: complaints of the hotline's own service / calls it handled; limit 0.15 %. */
    CALL_CENTRE_COMPLAINTS(Unit.SHARE, false),
    /** 12345 联系率 (in time). */
    CONTACTED_12345(Unit.SHARE, true),
    /** 12345 解决率. */
    SOLVED_12345(Unit.SHARE, true),
    /** 12345 满意率. */
    SATISFIED_12345(Unit.SHARE, true),
    /** 期末在办: open at the end. */
    BACKLOG(Unit.COUNT, false),
    /** 超期在办: open and past its limit / open. */
    BACKLOG_PAST_1X(Unit.SHARE, false),
    /** 超两倍时限在办. */
    BACKLOG_PAST_2X(Unit.SHARE, false),
    /** 超八周在办. */
    BACKLOG_PAST_8_WEEKS(Unit.SHARE, false),
    /** 挂账: open past its limit, and waited for a third party. */
    LONG_TERM(Unit.SHARE, false),
    /** 升级率. */
    ESCALATION_RATE(Unit.SHARE, false),
    /** 延期率. */
    EXTENSION_RATE(Unit.SHARE, false),
    /** 重复投诉率. */
    REPEAT_RATE(Unit.SHARE, false),
    /** 外部渠道占比. */
    OUTSIDE_SHARE(Unit.SHARE, null);

    /** How a value is written. */
    public enum Unit {
        /** Per cent. */ SHARE(100),
        /** 每万户. */ PER_10000(10_000),
        /** 每千单. */ PER_1000(1_000),
        /** The numerator alone; the denominator is 0. */ COUNT(1);

        private final int times;

        Unit(int times) {
            this.times = times;
        }
    }

    private final Unit unit;
    private final @Nullable Boolean moreIsBetter;

    Figure(Unit unit, @Nullable Boolean moreIsBetter) {
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
    }

    public Unit unit() {
        return unit;
    }

    /** Null where neither more nor less is better. */
    public @Nullable Boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** As people write it, with two decimals: per cent, per 10,000, per 1,000, or a plain count. Null when there is nothing to divide by. */
    public @Nullable BigDecimal value(FigureValue value) {
        if (unit == Unit.COUNT) {
            return BigDecimal.valueOf(value.numerator());
        }
        return value.denominator() == 0 ? null : BigDecimal.valueOf(value.numerator()).multiply(BigDecimal.valueOf(unit.times))
                .divide(BigDecimal.valueOf(value.denominator()), 2, RoundingMode.HALF_UP);
    }

    /** Whether the value is a share of its denominator, so that an interval says something. */
    public boolean isShare() {
        return unit == Unit.SHARE;
    }
}
