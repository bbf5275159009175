package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.shared.LivePageEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What is committed reaches open browsers; what is not, does not. */
class LiveEventsTest extends RedressTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private LiveListener listener;

    @Autowired
    private LiveStreams streams;

    @Autowired
    private LiveEventStore store;

    @Test
    void aCommitReachesTheBrowserWithinTwoSeconds() throws Exception {
        assertThat(listener.awaitListening(10)).isTrue();
        try (var page = new Page(new Browser(url("")).as("handler"), "tasks:repair-1,case:RD-2026-000001", null)) {
            publish("case", "RD-2026-000001", 7);
            assertThat(page.next()).contains("\"topic\":\"case\"", "\"ref\":\"RD-2026-000001\"", "\"version\":7");
            publish("tasks", "repair-2", 1);
            publish("tasks", "repair-1", 2);
            assertThat(page.next()).as("not the other team's").contains("\"ref\":\"repair-1\"");
        }
    }

    @Test
    void whatIsRolledBackIsNeverTold() throws Exception {
        assertThat(listener.awaitListening(10)).isTrue();
        try (var page = new Page(new Browser(url("")).as("specialist"), "case:*", null)) {
            transaction.executeWithoutResult(status -> {
                events.publishEvent(new LivePageEvent("case", "RD-2026-000002", 1));
                status.setRollbackOnly();
            });
            publish("case", "RD-2026-000003", 1);
            assertThat(page.next()).contains("RD-2026-000003");
        }
    }

    @Test
    void oneTransactionTellsOfAThingOnce() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new LivePageEvent("case", "RD-2026-000004", 1));
            events.publishEvent(new LivePageEvent("case", "RD-2026-000004", 3));
            events.publishEvent(new LivePageEvent("case", "RD-2026-000004", 2));
        });
        assertThat(jdbc.sql("select version from live_event where ref = 'RD-2026-000004'").query(Integer.class).list()).containsExactly(3);
    }

    @Test
    void aBrowserThatLostTheStreamHearsWhatItMissed() throws Exception {
        publish("case", "RD-2026-000005", 1);
        long seen = jdbc.sql("select max(id) from live_event").query(Long.class).single();
        publish("case", "RD-2026-000005", 2);
        try (var page = new Page(new Browser(url("")).as("specialist"), "case:RD-2026-000005", seen)) {
            assertThat(page.next()).contains("\"version\":2");
        }
    }

    @Test
    void eventsAreKeptTenMinutes() {
        publish("case", "RD-2026-000006", 1);
        clock.advance(Duration.ofMinutes(11));
        store.purge();
        assertThat(jdbc.sql("select count(*) from live_event where ref = 'RD-2026-000006'").query(Integer.class).single()).isZero();
    }

    @Test
    void nobodyHearsOfAnotherTeamsWork() {
        var handler = new Browser(url("")).as("handler");
        assertThat(handler.get("/events?topics=tasks:repair-2").statusCode()).isEqualTo(403);
        assertThat(handler.get("/events?topics=case:*").statusCode()).isEqualTo(403);
        assertThat(handler.get("/events?topics=import:1").statusCode()).isEqualTo(403);
        assertThat(handler.get("/events?topics=weather:today").statusCode()).isEqualTo(400);
        assertThat(handler.get("/events?topics=").statusCode()).isEqualTo(400);
        assertThat(new Browser(url("")).get("/events?topics=case:RD-2026-000001").statusCode()).isEqualTo(401);
    }

    @Test
    void aTopicTooManyDoesNotSilenceTheOthers() throws Exception {
        assertThat(listener.awaitListening(10)).isTrue();
        try (var page = new Page(new Browser(url("")).as("handler"), "tasks:repair-2,case:RD-2026-000008", null)) {
            publish("tasks", "repair-2", 1);
            publish("case", "RD-2026-000008", 1);
            assertThat(page.next()).contains("RD-2026-000008");
        }
    }

    @Test
    void signingOutEndsTheStream() throws Exception {
        var browser = new Browser(url("")).as("director");
        try (var page = new Page(browser, "case:RD-2026-000007", null)) {
            assertThat(streams.count()).isPositive();
            browser.post("/logout", Map.of());
            page.awaitEnd();
        }
    }

    private void publish(String topic, String ref, int version) {
        transaction.executeWithoutResult(status -> events.publishEvent(new LivePageEvent(topic, ref, version)));
    }

    /** An open page of a browser. */
    private static final class Page implements AutoCloseable {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Void> reading;
        private final HttpResponse<java.util.stream.Stream<String>> stream;

        Page(Browser browser, String topics, Long after) throws Exception {
            var request = browser.request("/events?topics=" + topics).setHeader("Accept", "text/event-stream");
            if (after != null) {
                request.header("Last-Event-ID", String.valueOf(after));
            }
            stream = browser.client().send(request.build(), HttpResponse.BodyHandlers.ofLines());
            assertThat(stream.statusCode()).isEqualTo(200);
            reading = CompletableFuture.runAsync(() -> stream.body().filter(line -> line.startsWith("data:")).forEach(heard::add));
        }

        String next() throws InterruptedException {
            var event = heard.poll(2, TimeUnit.SECONDS);
            assertThat(event).as("an event within two seconds").isNotNull();
            return event;
        }

        void awaitEnd() throws Exception {
            reading.get(5, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            stream.body().close();
            reading.cancel(true);
        }
    }
}
