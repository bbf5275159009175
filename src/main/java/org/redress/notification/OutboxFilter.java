package org.redress.notification;

import org.jspecify.annotations.Nullable;

/** Which messages of the outbox are shown; null for any. */
public record OutboxFilter(@Nullable MessageState state, @Nullable String template, @Nullable String caseNumber, @Nullable String to) {
}
