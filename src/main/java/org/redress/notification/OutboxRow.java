package org.redress.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the outbox shows it.
 *
 * @param outlet    "mail", "bell", or "hook:" and the code of the channel
 * @param username  whom it is for, when it is somebody of the company
 * @param name      whom it is for, when it is a customer
 * @param nextAt    when it is tried next
 * @param trouble   why it has not arrived; for one that waits, what kept the last attempt or rests its way out
 * @param detail    words of the other side
 * @param subject   as sent; null before
 * @param body      as sent; null before
 */
public record OutboxRow(long id, String key, String outlet, String template, @Nullable String username, @Nullable String name, @Nullable String address,
        @Nullable String phone, @Nullable String caseNumber, boolean urgent, MessageState state, Instant createdAt, Instant nextAt, int attempts,
        @Nullable Instant sentAt, @Nullable Trouble trouble, @Nullable String detail, @Nullable String subject, @Nullable String body) {

    /** @return "mail", "bell" or "hook" */
    public String way() {
        return Outlets.isHook(outlet) ? "hook" : outlet;
    }

    /** @return code of the webhook channel; null for others */
    public @Nullable String channel() {
        return Outlets.isHook(outlet) ? Outlets.channel(outlet) : null;
    }
}
