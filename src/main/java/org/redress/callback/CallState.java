package org.redress.callback;

/** Where a follow-up call stands. Everything but {@link #OPEN} is an end, and each end is counted by itself. */
public enum CallState {
    /** 待回访 */ OPEN,
    /** Reached, and nothing to investigate (已评价). */ EVALUATED,
    /** Reached, and a case was opened (转投诉). */ COMPLAINT,
    /** Three attempts and nobody there (未接通). */ NOT_REACHED,
    /** The window was over before (已失效). */ LAPSED,
    /** No telephone number is known (无电话). */ NO_PHONE,
    /** The customer does not want to be called (谢绝回访). */ DO_NOT_CALL
}
