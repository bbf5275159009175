package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;

/** What another system may rely on: names, statuses, and that nothing is half done. */
class ComplaintApiTest extends RedressTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void mondayMorning() {
        clock.reset();
    }

    @Test
    void aComplaintIsCapturedReadAndListed() {
        var made = post("intake", "/complaints", """
                {"channel": "O12345", "outsideOrder": {"number": "SZ-1", "dueAt": "2026-03-20T17:30:00+08:00"},
                 "customer": {"account": "GAS-77", "name": "陈晓", "phone": "0755 1234 5678", "segment": "VIP"},
                 "category": "gas.billing.amount", "summary": "账单翻倍", "words": "三月账单是二月的两倍", "remedySought": "退款",
                 "receivedAt": "2026-03-02T08:45:00+08:00", "groupSize": 2}""");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode body = json(made);
        String number = body.get("number").asText();
        assertThat(number).matches("RD-2026-\\d{6}");
        assertThat(made.headers().firstValue("Location")).hasValueSatisfying(at -> assertThat(at).endsWith("/api/v1/complaints/" + number));
        assertThat(body.get("state").asText()).isEqualTo("TRIAGE");
        assertThat(body.get("severity").asText()).isEqualTo("S2");
        assertThat(body.get("severityRule").asText()).isEqualTo("outside-body");
        assertThat(body.get("receivedAt").asText()).isEqualTo("2026-03-02T08:45:00+08:00");
        JsonNode read = json(get("specialist", "/complaints/" + number));
        assertThat(fields(read)).contains("number", "version", "state", "severity", "severityRule", "category", "channel", "owner", "team",
                "handler", "receivedAt", "reopenCount", "handOverCount", "verdict", "remedies", "clocks");
        JsonNode promise = clock(read, "PROMISE");
        assertThat(fields(promise)).containsExactlyInAnyOrder("kind", "state", "startedAt", "dueAt", "pausedMinutes", "breachedAt", "ladderLevel");
        assertThat(promise.get("dueAt").asText()).isEqualTo("2026-03-05T08:45:00+08:00");
        assertThat(clock(read, "OUTSIDE").get("dueAt").asText()).isEqualTo("2026-03-20T17:30:00+08:00");
        JsonNode list = json(get("specialist", "/complaints?q=%E8%B4%A6%E5%8D%95&severity=S2&state=TRIAGE,ASSIGNED"));
        assertThat(list.get("items")).anyMatch(each -> each.get("number").asText().equals(number));
        assertThat(json(get("specialist", "/complaints?q=%E8%B4%A6%E5%8D%95&severity=S3")).get("items")).isEmpty();
    }

    @Test
    void wrongFieldsAreAllNamedAndNothingIsWritten() {
        long before = cases();
        var refused = post("intake", "/complaints", """
                {"channel": "HOTLINE", "category": "no.such", "groupSize": 0, "customer": {"phone": "not a phone"},
                 "receivedAt": "2030-01-01T00:00:00+08:00"}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(names(refused)).containsExactlyInAnyOrder("summary", "category", "groupSize", "customer.phone", "receivedAt");
        assertThat(names(post("intake", "/complaints", "{\"channel\": \"PIGEON\", \"summary\": \"x\"}"))).containsExactly("channel");
        var unknown = post("intake", "/complaints", "{\"channel\": \"WEB\", \"summary\": \"x\", \"colour\": 1, \"customer\": {\"nick\": \"y\"}}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(names(unknown)).containsExactlyInAnyOrder("colour", "customer.nick");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void verbsActAndRefuse() {
        String number = captured();
        assertThat(post("specialist", "/complaints/" + number + "/note", "{\"text\": \"called\"}").statusCode()).isEqualTo(200);
        assertThat(post("specialist", "/complaints/" + number + "/pause", "{\"reason\": \"x\", \"waitingFor\": \"CUSTOMER\"}").statusCode())
                .as("not before somebody signed").isEqualTo(409);
        assertThat(names(post("specialist", "/complaints/" + number + "/pause", "{\"reason\": \"x\", \"waitingFor\": \"GODOT\"}")))
                .containsExactly("waitingFor");
        assertThat(post("specialist", "/complaints/" + number + "/nudge", null).statusCode()).isEqualTo(200);
        assertThat(post("specialist", "/complaints/" + number + "/nudge", null).statusCode()).isEqualTo(409);
        assertThat(post("specialist", "/complaints/" + number + "/withdraw", "{\"reason\": \"done\", \"version\": 0}").statusCode())
                .as("stale").isEqualTo(409);
        JsonNode withdrawn = json(post("specialist", "/complaints/" + number + "/withdraw", "{\"reason\": \"done\"}"));
        assertThat(withdrawn.get("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.get("verdict").asText()).isEqualTo("WITHDRAWN");
        assertThat(clock(withdrawn, "PROMISE").get("state").asText()).isEqualTo("CANCELLED");
        assertThat(post("specialist", "/complaints/" + number + "/reopen", "{\"reason\": \"x\"}").statusCode()).isEqualTo(409);
        JsonNode events = json(get("specialist", "/complaints/" + number + "/timeline")).get("items");
        assertThat(events).extracting(event -> event.get("kind").asText()).containsExactly("WITHDRAWN", "NUDGED", "NOTE", "CLASSIFIED", "CAPTURED");
        assertThat(events.get(3).get("text").asText()).isEqualTo("Severity S3 Normal: Everything else that needs a team");
    }

    @Test
    void aLedgerExplainsItsDueMomentAndABreachShowsBeforeItsTimerRan() {
        String number = captured();
        JsonNode lines = json(get("specialist", "/complaints/" + number + "/clocks/RESOLVE")).get("items");
        assertThat(fields(lines.get(0))).contains("at", "what", "minutes", "calendarNote", "dueAt");
        assertThat(lines.get(0).get("what").asText()).isEqualTo("STARTED");
        assertThat(lines.get(0).get("dueAt").asText()).isEqualTo("2026-03-06T09:00:00+08:00");
        assertThat(get("specialist", "/complaints/" + number + "/clocks/RECALL").statusCode()).isEqualTo(404);
        clock.advance(Duration.ofDays(10));
        JsonNode late = json(get("specialist", "/complaints/" + number));
        assertThat(clock(late, "RESOLVE").get("state").asText()).isEqualTo("RUNNING");
        assertThat(clock(late, "RESOLVE").get("breachedAt").asText()).isEqualTo("2026-03-06T09:00:00+08:00");
        assertThat(json(get("specialist", "/complaints?overdue=true")).get("items")).anyMatch(each -> each.get("number").asText().equals(number));
    }

    @Test
    void theSameRightsAsThePages() {
        String number = captured();
        assertThat(get("handler", "/complaints/" + number).statusCode()).isEqualTo(403);
        assertThat(get("designer", "/complaints/" + number).statusCode()).isEqualTo(403);
        assertThat(get("specialist", "/complaints/RD-1999-000001").statusCode()).isEqualTo(404);
        assertThat(post("handler", "/complaints", "{\"channel\": \"WEB\", \"summary\": \"x\"}").statusCode()).isEqualTo(403);
        assertThat(json(get("handler", "/complaints")).get("items")).noneMatch(each -> each.get("number").asText().equals(number));
    }

    @Test
    void pagesAreStableUnderInserts() {
        List<String> made = List.of(captured(), captured(), captured());
        JsonNode first = json(get("specialist", "/complaints?limit=2"));
        captured();
        JsonNode second = json(get("specialist", "/complaints?limit=2&cursor=" + first.get("next").asText()));
        assertThat(first.get("items")).extracting(each -> each.get("number").asText()).containsExactly(made.get(2), made.get(1));
        assertThat(second.get("items").get(0).get("number").asText()).isEqualTo(made.get(0));
        assertThat(get("specialist", "/complaints?limit=201").statusCode()).isEqualTo(422);
        assertThat(get("specialist", "/complaints?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    private String captured() {
        String number = json(post("intake", "/complaints", "{\"channel\": \"HOTLINE\", \"summary\": \"late again\", \"category\": \"gas.service.late\"}"))
                .get("number").asText();
        clock.advance(Duration.ofMillis(1));
        return number;
    }

    private long cases() {
        return jdbc.sql("select count(*) from complaint").query(Long.class).single();
    }

    private static JsonNode clock(JsonNode body, String kind) {
        for (JsonNode each : body.get("clocks")) {
            if (each.get("kind").asText().equals(kind)) {
                return each;
            }
        }
        throw new AssertionError("no clock " + kind + " in " + body);
    }

    private static List<String> names(HttpResponse<String> response) {
        return json(response).get("errors").findValuesAsText("field");
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(response.statusCode() + " " + response.body(), e);
        }
    }

    private HttpResponse<String> get(String who, String path) {
        return send(request(who, path).GET().build());
    }

    private HttpResponse<String> post(String who, String path, @Nullable String body) {
        HttpRequest.Builder request = request(who, path);
        if (body == null) {
            return send(request.POST(HttpRequest.BodyPublishers.noBody()).build());
        }
        return send(request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String who, String path) {
        String basic = Base64.getEncoder().encodeToString((who + ":redress-demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url("/api/v1" + path))).header("Authorization", "Basic " + basic);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
