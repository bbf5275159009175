package org.redress.complaint;

/** What the company found (定性): a fact of its own beside the customer's and the employee's account. */
public enum Verdict {
    /** 属实 */ UPHELD,
    /** 部分属实 */ PARTLY_UPHELD,
    /** 不属实 */ NOT_UPHELD,
    /** 无法核实 */ UNVERIFIABLE,
    /** 不受理 */ OUT_OF_SCOPE,
    /** 撤诉 */ WITHDRAWN,
    /** 重复 */ DUPLICATE
}
