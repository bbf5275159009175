package org.redress.notification;

import org.jspecify.annotations.Nullable;

/**
 * Who a message is for. The caller looks the address up; the way it goes follows from what is known of the person.
 *
 * @param kind     somebody of the company, a customer, or a group that hears by webhook
 * @param code     username, or code of the webhook channel; null for a customer
 * @param name     as a letter addresses a customer; null for others
 * @param email    null where none is known
 * @param phone    kept for who calls instead when the mail cannot be delivered; null where none is known
 * @param language tag such as "en" or "zh-CN"; null for the one a colleague chose for the product, or else that of the house, which is Chinese
 */
public record Recipient(Kind kind, @Nullable String code, @Nullable String name, @Nullable String email, @Nullable String phone,
        @Nullable String language) {

    /** Who hears. */
    public enum Kind {
        /** 员工: bell, and mail where an address is known */ PERSON,
        /** 客户: mail */ CUSTOMER,
        /** 群机器人: webhook */ WEBHOOK
    }

    /** Somebody who works here: gets a note in the bell at once, and a mail when there is an address. */
    public static Recipient person(String username, @Nullable String email, @Nullable String language) {
        return person(username, email, language, null);
    }

    /** As {@link #person(String, String, String)}, with the number to call when the mail cannot be delivered. */
    public static Recipient person(String username, @Nullable String email, @Nullable String language, @Nullable String phone) {
        return new Recipient(Kind.PERSON, username, null, email, phone, language);
    }

    /** A customer: mail only; without an address the message stands in the outbox as undeliverable, so that somebody calls. */
    public static Recipient customer(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String language) {
        return new Recipient(Kind.CUSTOMER, null, name, email, phone, language);
    }

    /**
     * A customer by the company's SMS gateway: a webhook channel of the shape {@link WebhookShape#SMS}. Give the number as the value
     * "phone" of the message; an unknown or switched-off gateway shows in the outbox.
     */
    public static Recipient sms(String gateway, @Nullable String name, String phone, @Nullable String language) {
        return new Recipient(Kind.WEBHOOK, gateway, name, null, phone, language);
    }

    /** A webhook channel of the company, by its code; its own language counts. */
    public static Recipient webhook(String channelCode) {
        return new Recipient(Kind.WEBHOOK, channelCode, null, null, null, null);
    }
}
