package org.redress.customer;

/** Kind of customer with its own way of service (客户分群). */
public enum Segment {
    /** 普通客户 */ ORDINARY,
    /** VIP 客户 */ VIP,
    /** 重点工商业客户 */ KEY_COMMERCIAL,
    /** 低保户 */ LOW_INCOME,
    /** 特殊困难客户 */ VULNERABLE
}
