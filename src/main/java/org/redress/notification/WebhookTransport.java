package org.redress.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Webhooks: a signed POST with the message's key, as the other side reads it. */
@Component
class WebhookTransport implements Transport {

    static final String KEY = "X-Redress-Key";
    static final String TIMESTAMP = "X-Redress-Timestamp";
    static final String SIGNATURE = "X-Redress-Signature";

    private final WebhookStore channels;
    private final WebhookBody bodies;
    private final WebhookCall call;
    private final WebhookAddress addresses;
    private final TextMaker maker;
    private final TemplateShelf shelf;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookTransport(WebhookStore channels, WebhookBody bodies, WebhookCall call, WebhookAddress addresses, TextMaker maker, TemplateShelf shelf,
            ObjectMapper json, Clock clock) {
        this.channels = channels;
        this.bodies = bodies;
        this.call = call;
        this.addresses = addresses;
        this.maker = maker;
        this.shelf = shelf;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean carries(String outlet) {
        return Outlets.isHook(outlet);
    }

    @Override
    public Sent send(Outgoing message) {
        var channel = channels.find(Outlets.channel(message.outlet())).orElse(null);
        if (channel == null) {
            return Sent.not(Outcome.never(Trouble.NO_CHANNEL, null));
        }
        if (!channel.active()) {
            return Sent.not(Outcome.never(Trouble.CHANNEL_OFF, null));
        }
        if (addresses.check(channel.url()) != null) {
            return Sent.not(Outcome.away(Trouble.CHANNEL_BLOCKED, URI.create(channel.url()).getHost()));
        }
        var locale = channel.shape() == WebhookShape.SMS ? message.locale() : Locale.forLanguageTag(channel.language());
        var text = maker.make(message.template(), shelf.text(message.template(), TemplateBook.language(locale)).orElse(null),
                TextMaker.Facts.of(message), locale);
        var body = bodies.write(channel, values(channel, message, text, locale));
        try {
            var outcome = call.post(request(channel, message, body)).read(channel.shape(), json);
            return new Sent(outcome, text.subject(), body);
        } catch (IOException e) {
            return Sent.not(Outcome.away(Trouble.CHANNEL_AWAY, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        }
    }

    private HttpRequest.Builder request(WebhookChannel channel, Outgoing message, String body) {
        var now = clock.instant();
        var url = channel.url();
        var request = HttpRequest.newBuilder().header("Content-Type", "application/json; charset=utf-8").header("Idempotency-Key", message.key())
                .header(KEY, message.key()).header(TIMESTAMP, String.valueOf(now.getEpochSecond()))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!channel.secret().isBlank()) {
            request.header(SIGNATURE, WebhookSignature.header(channel.secret(), now, body));
            if (channel.shape().dingTalk()) {
                url = url + (url.contains("?") ? "&" : "?") + WebhookSignature.dingTalkQuery(channel.secret(), now);
            }
        }
        return request.uri(URI.create(url));
    }

    private Map<String, String> values(WebhookChannel channel, Outgoing message, MessageText text, Locale locale) {
        var values = new HashMap<String, String>();
        values.put("key", message.key());
        values.put("template", message.template());
        values.put("case", message.caseNumber() == null ? "" : message.caseNumber());
        values.put("urgent", String.valueOf(message.urgent()));
        values.put("at", message.createdAt().toString());
        values.put("subject", text.subject());
        values.put("text", cut(text.plain(), channel.shape().longest()));
        values.put("markdown", cut(text.markdown(), channel.shape().longest()));
        values.put("severity", maker.spoken(message.filled().getOrDefault("severity", ""), locale));
        values.put("phone", message.filled().getOrDefault("phone", ""));
        values.put("link", maker.link(message.caseNumber(), message.filled()));
        return values;
    }

    /** Chats refuse longer ones whole. */
    static String cut(String text, int bytes) {
        int length = text.length();
        while (text.substring(0, length).getBytes(StandardCharsets.UTF_8).length > bytes) {
            length -= Math.max(1, length / 20);
        }
        return length == text.length() ? text : text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length) + "…";
    }
}
