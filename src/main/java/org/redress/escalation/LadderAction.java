package org.redress.escalation;

/** What a step of the ladder does; the ladder table names one. */
public enum LadderAction {
    /** 催办: who holds the work is reminded. */
    REMIND,
    /** 超时: the breach is recorded and told. */
    BREACH,
    /** 督办: a department manager has to answer. */
    SUPERVISE,
    /** 上报服务总监. */
    DIRECTOR,
    /** 报部门经理, nothing to answer. */
    REPORT,
    /** 告知外部机构: the customer hears where else to turn. */
    OUTSIDE_BODY
}
