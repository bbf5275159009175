package org.redress.figure;

/**
 * What a figure can be split or narrowed by. The value of a dimension is a code; {@link #NONE} stands for "not said" in every dimension.
 */
public enum Dimension {
    /** 业务: name of {@code shared.Business}. */
    BUSINESS,
    /** 班组: the team that did the job, or that is responsible for the case. */
    TEAM,
    /** 员工: who did the job, or who handles the case. */
    EMPLOYEE,
    /** 区域: where the customer lives. */
    REGION,
    /** 渠道: how a customer was asked (PHONE, TRACK, MAIL, SMS, OUTSIDE), or how a complaint came. Jobs have none. */
    CHANNEL,
    /** 客户分群: name of {@code customer.Segment}. */
    SEGMENT,
    /** Day, month or whatever the caller's periods are; splits by month in {@link Figures#by}. */
    PERIOD;

    /** The code of rows that say nothing of a dimension. */
    public static final String NONE = "-";
}
