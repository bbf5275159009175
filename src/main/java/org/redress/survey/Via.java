package org.redress.survey;

/** The way a customer was asked (询问渠道). */
public enum Via {
    /** 电话回访 */ PHONE,
    /** 跟踪页 */ TRACK,
    /** 邮件 */ MAIL,
    /** 短信 */ SMS,
    /** 其他系统收集 */ OUTSIDE
}
