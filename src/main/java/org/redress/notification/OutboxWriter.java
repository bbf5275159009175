package org.redress.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.shared.LivePageEvent;
import org.redress.shared.PersonLanguage;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages into the outbox, in the transaction of whoever tells them. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class OutboxWriter implements Messages {

    private static final String HOUSE_LANGUAGE = "zh-CN";
    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final WebhookStore webhooks;
    private final TemplateBook book;
    private final PersonLanguage languages;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutboxWriter(JdbcClient jdbc, WebhookStore webhooks, TemplateBook book, PersonLanguage languages, ObjectMapper json,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.webhooks = webhooks;
        this.book = book;
        this.languages = languages;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void send(Message message) {
        book.page(message.template());
        var recipient = message.recipient();
        var filled = write(message.values());
        if (!insert(message, way(recipient), filled)) {
            return; // told before
        }
        if (recipient.kind() == Recipient.Kind.PERSON && recipient.code() != null) {
            note(message, recipient.code(), filled);
        }
    }

    @Override
    public void announce(String key, String template, Map<String, String> values, @Nullable String caseNumber, boolean urgent) {
        for (String channel : webhooks.subscribedTo(template)) {
            var whole = key + "#" + channel;
            if (whole.length() > LONGEST_KEY) {
                throw new IllegalArgumentException("A key that long leaves no room for the channel: " + key);
            }
            send(new Message(whole, template, Recipient.webhook(channel), values, caseNumber, urgent));
        }
    }

    private boolean insert(Message message, Way way, String filled) {
        var recipient = message.recipient();
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                insert into message (key, outlet, template, username, name, address, phone, language, filled, case_number, urgent, state,
                                     created_at, waiting_since, next_at, sent_at, trouble)
                values (:key, :outlet, :template, :username, :name, :address, :phone, :language, :filled::jsonb, :caseNumber, :urgent, :state,
                        :now, :now, :now, :sent, :trouble)
                on conflict (key) do nothing""")
                .param("key", message.key()).param("outlet", way.outlet()).param("template", message.template())
                .param("username", recipient.kind() == Recipient.Kind.PERSON ? recipient.code() : null)
                .param("name", recipient.name()).param("address", said(recipient.email())).param("phone", said(recipient.phone()))
                .param("language", way.language()).param("filled", filled).param("caseNumber", message.caseNumber())
                .param("urgent", message.urgent()).param("state", way.state().name()).param("now", now)
                .param("sent", way.state() == MessageState.SENT ? now : null)
                .param("trouble", way.trouble() == null ? null : way.trouble().name())
                .update() == 1;
    }

    private void note(Message message, String username, String filled) {
        jdbc.sql("""
                insert into bell_note (message_key, username, template, filled, case_number, urgent, at)
                values (?, ?, ?, ?::jsonb, ?, ?, ?)""")
                .params(message.key(), username, message.template(), filled, message.caseNumber(), message.urgent(), Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new LivePageEvent("bell", username, 0));
    }

    private Way way(Recipient recipient) {
        var language = language(recipient);
        boolean reachable = said(recipient.email()) != null;
        return switch (recipient.kind()) {
            case PERSON -> reachable ? new Way(Outlets.MAIL, language, MessageState.WAITING, null)
                    : new Way(Outlets.BELL, language, MessageState.SENT, null);
            case CUSTOMER -> reachable ? new Way(Outlets.MAIL, language, MessageState.WAITING, null)
                    : new Way(Outlets.MAIL, language, MessageState.UNDELIVERABLE, Trouble.NO_ADDRESS);
            case WEBHOOK -> hook(String.valueOf(recipient.code()), said(recipient.language()));
        };
    }

    private String language(Recipient recipient) {
        var given = said(recipient.language());
        if (given != null) {
            return given;
        }
        return recipient.kind() == Recipient.Kind.PERSON && recipient.code() != null ? languages.of(recipient.code()).orElse(HOUSE_LANGUAGE) : HOUSE_LANGUAGE;
    }

    private Way hook(String code, @Nullable String reader) {
        var channel = webhooks.find(code).orElse(null);
        if (channel == null) {
            return new Way(Outlets.hook(code), HOUSE_LANGUAGE, MessageState.UNDELIVERABLE, Trouble.NO_CHANNEL);
        }
        var language = channel.shape() == WebhookShape.SMS && reader != null ? reader : channel.language();
        return channel.active() ? new Way(Outlets.hook(code), language, MessageState.WAITING, null)
                : new Way(Outlets.hook(code), language, MessageState.UNDELIVERABLE, Trouble.CHANNEL_OFF);
    }

    private String write(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts that cannot be written as JSON: " + values, e);
        }
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** How a message goes, and whether it can. */
    private record Way(String outlet, String language, MessageState state, @Nullable Trouble trouble) {
    }
}
