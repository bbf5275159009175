package org.redress.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.MovableClock;
import org.redress.shared.web.PageTimes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Dispatchers with mail servers and channels of the test's own, on the outbox of the application. */
final class OutboxKit {

    private final ApplicationContext application;
    private final Clock clock;

    OutboxKit(ApplicationContext application, Clock clock) {
        this.application = application;
        this.clock = clock;
    }

    /** A node that sends its mail to a server on this machine; without a port it knows none. */
    Dispatcher node(@Nullable Integer mailPort) {
        return node(List.of(mail(mailPort), webhooks()));
    }

    Dispatcher node(List<Transport> transports) {
        return new Dispatcher(application.getBean(OutboxStore.class), application.getBean(Outlets.class), transports,
                application.getBean(WebhookStore.class), settings(), application.getBean(Backoff.class), clock);
    }

    MailTransport mail(@Nullable Integer port) {
        return new MailTransport(new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return server(port == null ? 0 : port);
            }

            @Override
            public @Nullable JavaMailSender getIfAvailable() {
                return port == null ? null : server(port);
            }
        }, application.getBean(TextMaker.class), application.getBean(TemplateShelf.class), application, application.getBean(PageTimes.class), clock,
                settings(), "");
    }

    WebhookTransport webhooks() {
        return new WebhookTransport(application.getBean(WebhookStore.class), application.getBean(WebhookBody.class), application.getBean(WebhookCall.class),
                new WebhookAddress(Set.of("localhost")), application.getBean(TextMaker.class), application.getBean(TemplateShelf.class),
                application.getBean(ObjectMapper.class), clock);
    }

    MessageSettings settings() {
        return application.getBean(MessageSettings.class);
    }

    void send(Message... messages) {
        application.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> List.of(messages).forEach(application.getBean(Messages.class)::send));
    }

    /** Everything that is due now, at the allowed pace. */
    static int round(Dispatcher node) {
        return node.busy().stream().mapToInt(node::serve).sum();
    }

    static Message toCustomer(String key, String email) {
        return new Message(key, "case.received", Recipient.customer("张伟", email, "0755-0100 1000", "zh-CN"),
                Map.of("summary", "灶具维修后仍然熄火", "due", Message.moment(MovableClock.START), "link", "https://redress.example/track/abc"),
                "RD-2026-000001", false);
    }

    static Message toPerson(String key, String username, @Nullable String email, boolean urgent) {
        return new Message(key, "clock.reminder", Recipient.person(username, email, "en"),
                Map.of("severity", "S2", "summary", "The stove <goes> out", "clock", Message.term("enum.ClockKind.RESOLVE"),
                        "due", Message.moment(MovableClock.START), "share", "75"), "RD-2026-000002", urgent);
    }

    private static JavaMailSenderImpl server(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().putAll(Map.of("mail.smtp.connectiontimeout", "2000", "mail.smtp.timeout", "5000"));
        return server;
    }
}
