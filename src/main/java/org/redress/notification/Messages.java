package org.redress.notification;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way out of the house: what is told here leaves when, and only if, the caller's transaction commits. */
public interface Messages {

    /**
     * Writes the message into the outbox (发件箱). A key that was told before is nothing: no second message, no error. Never fails for
     * reasons of the recipient: a missing address or a channel that is switched off shows in the outbox with its reason.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction: what is told must not outlive an act that failed
     */
    void send(Message message);

    /**
     * Tells every webhook channel that the company subscribed to the template; the key of each message is the given one and the channel's
     * code. Call it once for an occasion, beside {@link #send} for each person.
     */
    void announce(String key, String template, Map<String, String> values, @Nullable String caseNumber, boolean urgent);
}
