package org.redress.notification;

/** What the other side of a webhook reads. */
public enum WebhookShape {
    /** Plain JSON for a system of the company. */ GENERIC,
    /** 短信网关: one customer's telephone and a text in their language */ SMS,
    /** 钉钉机器人, text */ DINGTALK_TEXT,
    /** 钉钉机器人, markdown */ DINGTALK_MARKDOWN,
    /** 企业微信机器人, text */ WECOM_TEXT,
    /** 企业微信机器人, markdown */ WECOM_MARKDOWN;

    /** Chats answer 200 and say in the body what went wrong. */
    boolean answersWithErrorCode() {
        return this != GENERIC && this != SMS;
    }

    boolean dingTalk() {
        return this == DINGTALK_TEXT || this == DINGTALK_MARKDOWN;
    }

    /** Most bytes of a text that the chat takes, with room for the title. */
    int longest() {
        return switch (this) {
            case GENERIC -> 100_000;
            case SMS -> 1_000;
            case DINGTALK_TEXT, DINGTALK_MARKDOWN -> 16_000;
            case WECOM_TEXT -> 1_700;
            case WECOM_MARKDOWN -> 3_600;
        };
    }
}
