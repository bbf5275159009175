package org.redress.complaint;

/** Whom the work waits for (等待对象). */
public enum WaitingFor {
    /** 等待客户 */ CUSTOMER,
    /** 等待第三方 */ THIRD_PARTY
}
