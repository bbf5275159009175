package org.redress.briefing;

/** What became of a measure. */
public enum MeasureState {
    /** 进行中 */ OPEN,
    /** 已完成 */ DONE,
    /** 已取消 */ DROPPED
}
