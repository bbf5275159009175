package org.redress.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * A group or a system that is told by webhook (群机器人/回调地址).
 *
 * @param url       where it is called; with some chats the address is itself the key, so it is shown to administrators only
 * @param body      JSON with placeholders; null for the body of the shape
 * @param secret    what its messages are signed with; blank for a chat that asks for none
 * @param language  tag of the language it is told in
 * @param templates what it is told of
 * @param perMinute most messages a minute, over all nodes
 * @param version   counts up with each change
 */
public record WebhookChannel(String code, Bilingual name, String url, WebhookShape shape, @Nullable String body, String secret, String language,
        List<String> templates, int perMinute, boolean active, int version) {

    public WebhookChannel {
        templates = List.copyOf(templates);
    }

    /** Without its secrets, for a log. */
    @Override
    public String toString() {
        return "WebhookChannel[" + code + ", " + shape + "]";
    }
}
