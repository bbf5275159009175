package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.shared.Bilingual;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told is in the outbox when, and only if, the act is committed; once for each key. */
class OutboxTest extends RedressTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Messages messages;

    @Autowired
    private WebhookStore webhooks;

    @Autowired
    private TransactionTemplate transaction;

    private OutboxKit kit;

    @BeforeEach
    void empty() {
        jdbc.sql("truncate message, bell_note, webhook_channel, live_event").update();
        kit = new OutboxKit(application, clock);
    }

    @Test
    void nothingIsToldOfAnActThatFailed() {
        transaction.executeWithoutResult(status -> {
            messages.send(OutboxKit.toCustomer("k/1", "zhang@example.com"));
            messages.send(OutboxKit.toPerson("k/2", "handler", null, false));
            status.setRollbackOnly();
        });
        assertThat(count("message") + count("bell_note") + count("live_event")).isZero();
        assertThatThrownBy(() -> messages.send(OutboxKit.toCustomer("k/3", "zhang@example.com"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theSameKeyIsToldOnce() {
        kit.send(OutboxKit.toPerson("k/1", "handler", "h@example.com", false), OutboxKit.toPerson("k/1", "handler", "h@example.com", false));
        kit.send(OutboxKit.toPerson("k/1", "leader", "other@example.com", true));
        assertThat(jdbc.sql("select username || ' ' || state from message").query(String.class).list()).containsExactly("handler WAITING");
        assertThat(jdbc.sql("select username from bell_note").query(String.class).list()).containsExactly("handler");
    }

    @Test
    void theSameKeyAtTheSameMomentIsToldOnce() throws Exception {
        var together = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(4);
        var all = List.of(1, 2, 3, 4).stream().map(i -> pool.submit(() -> {
            together.await();
            kit.send(OutboxKit.toPerson("k/1", "handler", null, false));
            return true;
        })).toList();
        together.countDown();
        for (var each : all) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isTrue();
        }
        pool.shutdown();
        assertThat(count("message")).isEqualTo(1);
        assertThat(count("bell_note")).isEqualTo(1);
    }

    @Test
    void thePersonWithoutAnAddressHearsByTheBellAndTheCustomerWithoutOneIsShown() {
        kit.send(OutboxKit.toPerson("k/1", "handler", " ", false), OutboxKit.toCustomer("k/2", null));
        assertThat(lines()).containsExactly("k/1 bell SENT null", "k/2 mail UNDELIVERABLE NO_ADDRESS");
    }

    @Test
    void aChannelThatIsNotThereOrOffIsShownAndFailsNobody() {
        webhooks.add(channel("off", false));
        webhooks.add(channel("on", true));
        for (String code : List.of("gone", "off", "on")) {
            kit.send(new Message("k/" + code, "clock.breached", Recipient.webhook(code), Map.of(), null, false));
        }
        assertThat(lines()).containsExactly("k/gone hook:gone UNDELIVERABLE NO_CHANNEL", "k/off hook:off UNDELIVERABLE CHANNEL_OFF",
                "k/on hook:on WAITING null");
    }

    @Test
    void whatIsAnnouncedGoesToEveryChannelThatWantsItOnce() {
        webhooks.add(channel("one", true));
        webhooks.add(channel("two", true));
        webhooks.add(channel("three", false));
        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> {
                messages.announce("ladder/7", "clock.breached", Map.of("severity", "S1"), "RD-2026-000001", true);
                messages.announce("ladder/8", "case.received", Map.of(), null, false);
            });
        }
        assertThat(lines()).containsExactly("ladder/7#one hook:one WAITING null", "ladder/7#two hook:two WAITING null");
    }

    @Test
    void aKeyThatCannotTravelAndATextThatIsNoneAreFaultsOfTheCaller() {
        assertThatThrownBy(() -> OutboxKit.toCustomer("a key\r\nBcc: x@example.com", "zhang@example.com")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kit.send(new Message("k", "no.such", Recipient.webhook("x"), Map.of(), null, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static WebhookChannel channel(String code, boolean active) {
        return new WebhookChannel(code, new Bilingual(code, code), "https://chat.example/" + code, WebhookShape.GENERIC, null, "secret", "en",
                List.of("clock.breached"), 60, active, 0);
    }

    private List<String> lines() {
        return jdbc.sql("select key || ' ' || outlet || ' ' || state || ' ' || coalesce(trouble, 'null') from message order by key").query(String.class).list();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
