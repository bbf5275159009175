package org.redress.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way out whose other side is away.
 *
 * @param code    "mail", or "hook:" and the code of the channel
 * @param detail  words of the other side; may be empty
 * @param nextAt  when it is tried again; null for at once
 * @param waiting messages behind it
 */
public record OutletTrouble(String code, Trouble trouble, @Nullable String detail, Instant since, @Nullable Instant nextAt, long waiting) {

    /** @return code of the webhook channel, null for mail */
    public @Nullable String channel() {
        return Outlets.isHook(code) ? Outlets.channel(code) : null;
    }
}
