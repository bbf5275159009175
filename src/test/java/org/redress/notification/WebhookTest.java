package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.RedressTest;
import org.redress.shared.Bilingual;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Webhooks to a real HTTP server: signed, with their key, in the shape a chat reads, once; and what each answer means. */
class WebhookTest extends RedressTest {

    private static final String SECRET = "SEC-of-the-test";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private WebhookStore channels;

    @Autowired
    private OutboxDesk desk;

    @Autowired
    private ObjectMapper json;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private OutboxKit kit;
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"errcode\":0}";
    private Map<String, String> headers = Map.of();

    @BeforeEach
    void begin() throws IOException {
        clock.reset();
        jdbc.sql("truncate message, bell_note, webhook_channel").update();
        jdbc.sql("delete from outlet where code like 'hook:%'").update();
        kit = new OutboxKit(application, clock);
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void aCallIsSignedAndCarriesItsKey() throws Exception {
        channel("ops", WebhookShape.GENERIC, null);
        send("ladder/7");
        round();
        var call = calls.get(0);
        assertThat(call.header("Idempotency-Key")).isEqualTo("ladder/7");
        assertThat(call.header(WebhookTransport.KEY)).isEqualTo("ladder/7");
        assertThat(call.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        long timestamp = Long.parseLong(call.header(WebhookTransport.TIMESTAMP));
        assertThat(timestamp).isEqualTo(clock.instant().getEpochSecond());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(call.header(WebhookTransport.SIGNATURE))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + call.body()).getBytes(StandardCharsets.UTF_8))));
        var body = json.readTree(call.body());
        assertThat(body.path("case").asText()).isEqualTo("RD-2026-000001");
        assertThat(body.path("event").asText()).isEqualTo("clock.breached");
        assertThat(body.path("text").asText()).contains("says \"no\" to {link}", "/cases/RD-2026-000001");
        assertThat(states()).containsExactly("SENT null");
    }

    @ParameterizedTest
    @EnumSource(WebhookShape.class)
    void everyShapeIsWhatItsReaderTakes(WebhookShape shape) throws Exception {
        channel("ops", shape, null);
        send("k/1");
        round();
        JsonNode body = json.readTree(calls.get(0).body());
        switch (shape) {
            case GENERIC -> assertThat(body.path("subject").asText()).isNotBlank();
            case DINGTALK_TEXT, WECOM_TEXT -> {
                assertThat(body.path("msgtype").asText()).isEqualTo("text");
                assertThat(body.path("text").path("content").asText()).startsWith("【逾期】投诉 RD-2026-000001").contains("says \"no\"");
            }
            case DINGTALK_MARKDOWN -> {
                assertThat(body.path("msgtype").asText()).isEqualTo("markdown");
                assertThat(body.path("markdown").path("title").asText()).startsWith("【逾期】");
                assertThat(body.path("markdown").path("text").asText()).contains("](http").doesNotContain("[evil](");
            }
            case WECOM_MARKDOWN -> assertThat(body.path("markdown").path("content").asText()).contains("](http").doesNotContain("<@all>");
        }
        assertThat(calls.get(0).query().contains("sign=")).as("DingTalk reads the signature in the query").isEqualTo(shape.dingTalk());
    }

    @Test
    void aBodyOfTheCompanysOwnIsFilledAsJson() throws Exception {
        channel("ops", WebhookShape.GENERIC, "{\"a\": [\"{case}: {text}\"], \"n\": 3, \"b\": {\"c\": \"{severity}\"}}");
        send("k/1");
        round();
        var body = json.readTree(calls.get(0).body());
        assertThat(body.path("a").path(0).asText()).startsWith("RD-2026-000001: ").contains("says \"no\" to {link}");
        assertThat(body.path("n").asInt()).isEqualTo(3);
        assertThat(body.path("b").path("c").asText()).isEqualTo("S1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GENERIC | 204 | '' | SENT null | 0",
        "GENERIC | 500 | oops | WAITING CHANNEL_AWAY | 1",
        "GENERIC | 503 | later | WAITING CHANNEL_AWAY | 1",
        "GENERIC | 429 | slowly | WAITING CHANNEL_BUSY | 1",
        "GENERIC | 401 | who | WAITING CHANNEL_REFUSED | 1",
        "GENERIC | 302 | elsewhere | WAITING CHANNEL_REFUSED | 1",
        "GENERIC | 422 | what | UNDELIVERABLE CHANNEL_REFUSED | 0",
        "DINGTALK_TEXT | 200 | {\"errcode\":130101} | WAITING CHANNEL_BUSY | 1",
        "DINGTALK_TEXT | 200 | {\"errcode\":310000} | WAITING CHANNEL_REFUSED | 1",
        "WECOM_TEXT | 200 | {\"errcode\":45009} | WAITING CHANNEL_BUSY | 1",
        "WECOM_TEXT | 200 | {\"errcode\":0} | SENT null | 0"})
    void anAnswerIsTakenForWhatItIs(WebhookShape shape, int answered, String words, String state, int resting) {
        status = answered;
        answer = words;
        headers = answered == 302 ? Map.of("Location", "http://localhost:" + server.getAddress().getPort() + "/elsewhere") : Map.of();
        channel("ops", shape, null);
        send("k/1");
        round();
        assertThat(states()).containsExactly(state);
        assertThat(desk.failing()).hasSize(resting);
        assertThat(calls).as("no redirect is followed, nothing is tried twice at once").hasSize(1);
    }

    @Test
    void aChannelThatFailsDoesNotHoldUpAnotherAndHealsUnderTheSameKey() {
        status = 500;
        channel("ops", WebhookShape.GENERIC, null);
        send("k/1");
        round();
        round();
        assertThat(calls).as("it rests").hasSize(1);
        status = 200;
        clock.advance(Duration.ofMinutes(2));
        round();
        assertThat(calls).hasSize(2).allSatisfy(call -> assertThat(call.header("Idempotency-Key")).isEqualTo("k/1"));
        assertThat(states()).containsExactly("SENT null");
    }

    @Test
    void aBusyChannelIsLeftAloneForAsLongAsItAsks() {
        status = 429;
        headers = Map.of("Retry-After", "600");
        channel("ops", WebhookShape.GENERIC, null);
        send("k/1");
        round();
        clock.advance(Duration.ofMinutes(9));
        round();
        assertThat(calls).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        round();
        assertThat(calls).hasSize(2);
    }

    @Test
    void noMoreThanTheChannelTakesInAMinute() {
        channel("ops", WebhookShape.GENERIC, null);
        jdbc.sql("update webhook_channel set per_minute = 12").update();
        for (int i = 0; i < 60; i++) {
            send("k/" + i);
        }
        int most = 0;
        for (int minute = 0; minute < 6; minute++) {
            int before = calls.size();
            for (int i = 0; i < 30; i++) {
                round();
                clock.advance(Duration.ofSeconds(2));
            }
            most = Math.max(most, calls.size() - before);
        }
        assertThat(most).isLessThanOrEqualTo(14);
        assertThat(calls.stream().map(call -> call.header("Idempotency-Key")).distinct()).hasSize(60);
        assertThat(calls).hasSize(60);
    }

    @Test
    void aChannelThatWasSwitchedOffMeanwhileIsNotCalled() {
        channel("ops", WebhookShape.GENERIC, null);
        send("k/1");
        jdbc.sql("update webhook_channel set active = false").update();
        round();
        assertThat(calls).isEmpty();
        assertThat(states()).containsExactly("UNDELIVERABLE CHANNEL_OFF");
    }

    @Test
    void anAddressThatLeadsInsideIsNotCalledThoughItStandsInTheTable() {
        channel("ops", WebhookShape.GENERIC, null);
        jdbc.sql("update webhook_channel set url = 'https://169.254.169.254/latest/meta-data'").update();
        send("k/1");
        round();
        assertThat(states()).containsExactly("WAITING CHANNEL_BLOCKED");
    }

    private void channel(String code, WebhookShape shape, String body) {
        channels.add(new WebhookChannel(code, new Bilingual("Ops", "运维群"), "http://localhost:" + server.getAddress().getPort() + "/robot?access_token=x",
                shape, body, SECRET, shape == WebhookShape.GENERIC ? "en" : "zh-CN", List.of("clock.breached"), 600, true, 0));
    }

    private void send(String key) {
        kit.send(new Message(key, "clock.breached", Recipient.webhook("ops"), Map.of("severity", "S1", "clock", Message.term("enum.ClockKind.RESOLVE"),
                "due", Message.moment(clock.instant()), "summary", "says \"no\" to {link} [evil](http://evil.example) <@all>"), "RD-2026-000001", false));
    }

    private void round() {
        OutboxKit.round(kit.node((Integer) null));
    }

    private List<String> states() {
        return jdbc.sql("select state || ' ' || coalesce(trouble, 'null') from message order by key").query(String.class).list();
    }

    private void take(HttpExchange call) throws IOException {
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(call.getRequestURI().getQuery() == null ? "" : call.getRequestURI().getQuery(), Map.copyOf(call.getRequestHeaders()), body));
        headers.forEach(call.getResponseHeaders()::set);
        var bytes = answer == null ? new byte[0] : answer.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 || status == 204 ? -1 : bytes.length);
        if (bytes.length > 0 && status != 204) {
            call.getResponseBody().write(bytes);
        }
        call.close();
    }

    private record Call(String query, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream().filter(each -> each.getKey().equalsIgnoreCase(name)).map(each -> each.getValue().get(0)).findFirst().orElse("");
        }
    }
}
