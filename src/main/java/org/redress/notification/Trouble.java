package org.redress.notification;

/** Why a message has not arrived. */
public enum Trouble {
    /** 未配置邮件服务器 */ NO_MAIL_SERVER,
    /** 邮件服务器无法连接 */ MAIL_SERVER_AWAY,
    /** The server does not take our account or our sender address. */ MAIL_SERVER_REFUSED,
    /** Nobody has told an address. */ NO_ADDRESS,
    /** What stands there is no mail address. */ ADDRESS_WRONG,
    /** The server knows no such mailbox. */ ADDRESS_REFUSED,
    /** The server asks to try later. */ REFUSED_FOR_NOW,
    /** The server does not take this message. */ REFUSED,
    /** There is no such webhook channel. */ NO_CHANNEL,
    /** The channel is switched off. */ CHANNEL_OFF,
    /** The channel's address is one we do not call. */ CHANNEL_BLOCKED,
    /** 渠道无法连接 */ CHANNEL_AWAY,
    /** The channel answers that it does not take it. */ CHANNEL_REFUSED,
    /** The channel takes no more just now. */ CHANNEL_BUSY,
    /** A fault of ours. */ FAULT
}
