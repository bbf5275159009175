package org.redress.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The webhook channels (群机器人与回调) as an administrator keeps them. A channel is never removed, because messages name it; it is switched off. */
@Service
public class WebhookChannels {

    /** What the page shows and sends in the place of a secret that stays as it is. */
    public static final String UNCHANGED = "";

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST_URL = 1000;
    private static final int LONGEST_NAME = 200;

    private final WebhookStore store;
    private final WebhookBody bodies;
    private final WebhookAddress addresses;
    private final TemplateBook book;
    private final Messages messages;
    private final AuditTrail audit;
    private final CurrentActor current;

    WebhookChannels(WebhookStore store, WebhookBody bodies, WebhookAddress addresses, TemplateBook book, Messages messages, AuditTrail audit,
            CurrentActor current) {
        this.store = store;
        this.bodies = bodies;
        this.addresses = addresses;
        this.book = book;
        this.messages = messages;
        this.audit = audit;
        this.current = current;
    }

    public List<WebhookChannel> all() {
        return store.all();
    }

    /** @throws Problem 404 */
    public WebhookChannel one(String code) {
        return store.find(code).orElseThrow(() -> Problem.notFound("notification.problem.channel", code));
    }

    /** The body that comes with a shape. */
    public String shippedBody(WebhookShape shape) {
        return bodies.shipped(shape);
    }

    /** @throws Problem 422 for what is missing or wrong, 409 when the code is taken */
    @Transactional
    public void add(WebhookChannel channel) {
        check(channel);
        if (!CODE.matcher(channel.code()).matches()) {
            throw Problem.invalid("code", "notification.problem.code");
        }
        if (!store.add(channel)) {
            throw Problem.invalid("code", "notification.problem.codeTaken", channel.code());
        }
        audit.record("ADD_CHANNEL", "WEBHOOK", channel.code(), told(channel));
    }

    /**
     * @param channel with the version the person saw; a secret that is {@link #UNCHANGED} stays
     * @throws Problem 422 for what is missing or wrong, 409 when somebody else changed it meanwhile
     */
    @Transactional
    public void change(WebhookChannel channel) {
        check(channel);
        var before = one(channel.code());
        var kept = channel.secret().equals(UNCHANGED) ? before.secret() : channel.secret();
        var after = new WebhookChannel(channel.code(), channel.name(), channel.url(), channel.shape(), channel.body(), kept, channel.language(),
                channel.templates(), channel.perMinute(), channel.active(), channel.version());
        if (!store.change(after)) {
            throw Problem.conflict("notification.problem.channelStale", channel.code());
        }
        audit.record("CHANGE_CHANNEL", "WEBHOOK", channel.code(), told(after));
    }

    /** Sends a message that says it is a test; what came of it stands in the outbox. @throws Problem 404 */
    @Transactional
    public void test(String code) {
        one(code);
        messages.send(new Message("test/" + code + "/" + UUID.randomUUID(), "channel.test", Recipient.webhook(code),
                Map.of("by", current.get().username()), null, true));
        audit.record("TEST_CHANNEL", "WEBHOOK", code, Map.of());
    }

    private void check(WebhookChannel channel) {
        var problems = new ArrayList<FieldProblem>();
        named(problems, "nameEn", channel.name().en());
        named(problems, "nameZh", channel.name().zh());
        var refusal = channel.url().length() > LONGEST_URL ? new WebhookAddress.Refusal("notification.problem.url", "") : addresses.check(channel.url(), channel.active());
        if (refusal != null) {
            problems.add(FieldProblem.of("url", refusal.key(), refusal.argument()));
        }
        if (channel.perMinute() < 1 || channel.perMinute() > 6000) {
            problems.add(FieldProblem.of("perMinute", "notification.problem.perMinute"));
        }
        channel.templates().stream().filter(code -> !book.has(code))
                .forEach(code -> problems.add(FieldProblem.of("templates", "notification.problem.template", code)));
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        bodies.check(channel.body());
    }

    private static void named(List<FieldProblem> problems, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            problems.add(FieldProblem.of(field, "notification.problem.required"));
        } else if (text.length() > LONGEST_NAME) {
            problems.add(FieldProblem.of(field, "notification.problem.long", LONGEST_NAME));
        }
    }

    /** For the audit trail: neither secret nor address, which may hold one. */
    private static Map<String, Object> told(WebhookChannel channel) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", channel.name().en());
        told.put("shape", channel.shape().name());
        told.put("templates", channel.templates());
        told.put("perMinute", channel.perMinute());
        told.put("active", channel.active());
        return told;
    }
}
