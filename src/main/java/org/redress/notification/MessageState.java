package org.redress.notification;

/** Where a message stands. */
public enum MessageState {
    /** 待发送 */ WAITING,
    /** 已发送 */ SENT,
    /** 无法送达 */ UNDELIVERABLE
}
