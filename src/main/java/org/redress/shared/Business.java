package org.redress.shared;

/** Kind of service given to a customer (业务). */
public enum Business {
    /** 点火 */ IGNITION,
    /** 改管 */ ALTERATION,
    /** 安检 */ SAFETY_CHECK,
    /** 维修 */ REPAIR,
    /** 急修 */ EMERGENCY_REPAIR,
    /** 抄表 */ METER_READING,
    /** 前台营业 */ COUNTER_SERVICE
}
