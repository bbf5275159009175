package org.redress.callback;

/** The groups of a call list, in the order in which they are called. */
public enum CallGroup {
    /** The household was promised this time (约定回访). */ PROMISED,
    /** Not reached before, and this is another half-day (再次拨打). */ RETRY,
    /** The window ends within two working days (即将失效). */ LAPSING,
    /** 新任务 */ NEW
}
