package org.redress.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that this node has taken to send.
 *
 * @param address    mail address, null for a webhook or where none is known
 * @param attempts   with this one
 * @param triedFirst moment of the first attempt, which may be this one
 * @param lease      proves that it is still ours
 */
record Outgoing(long id, String key, String outlet, String template, @Nullable String username, @Nullable String name, @Nullable String address,
        String language, Map<String, String> filled, @Nullable String caseNumber, boolean urgent, Instant createdAt, int attempts,
        Instant triedFirst, String lease, Instant leasedUntil) {

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    boolean forCustomer() {
        return username == null && !Outlets.isHook(outlet);
    }
}
