package org.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.Api.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.RedressTest;

/** The ladder over HTTP: the names that clients rely on, and refusals that say what to do. */
class EscalationApiTest extends RedressTest {

    @Test
    void moreTimeIsAskedAndDecided() throws Exception {
        String number = captured();
        String until = dueOf(number).plusHours(5).toString();
        var asked = post("specialist", "/" + number + "/extend", Map.of("until", until, "reason", "等备件"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(json(asked).get("number").asText()).isEqualTo(number);
        assertThat(post("specialist", "/" + number + "/extend", Map.of("until", until, "reason", "again")).statusCode()).isEqualTo(409);
        var nothing = post("specialist", "/" + number + "/extend", Map.of("reason", "等备件"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(json(nothing).at("/errors/0/field").asText()).isEqualTo("until");
        assertThat(post("handler2", "/" + number + "/extend", Map.of("until", until, "reason", "mine")).statusCode()).isEqualTo(403);
    }

    @Test
    void supervisionIsOrderedByManagersAndShows() throws Exception {
        String number = captured();
        assertThat(post("specialist", "/" + number + "/supervise", Map.of("reason", "why")).statusCode()).isEqualTo(403);
        assertThat(post("manager", "/" + number + "/supervise", Map.of("reason", " ")).statusCode()).isEqualTo(422);
        assertThat(post("manager", "/" + number + "/supervise", Map.of("reason", "客户两次来电")).statusCode()).isEqualTo(202);
        var ladder = json(get("manager", "/" + number + "/ladder"));
        assertThat(ladder).singleElement().satisfies(step -> {
            assertThat(step.get("action").asText()).isEqualTo("SUPERVISE");
            assertThat(step.get("cause").asText()).isEqualTo("MANUAL");
        });
        assertThat(get("manager", "/RD-1999-000001/ladder").statusCode()).isEqualTo(404);
    }

    private String captured() throws Exception {
        var made = post("intake", "", Map.of("channel", "HOTLINE", "category", "gas.billing.reading", "summary", "Third bill",
                "customer", Map.of("name", "王秀英", "phone", "0755 5555 0101")));
        return json(made).get("number").asText();
    }

    private OffsetDateTime dueOf(String number) throws Exception {
        for (var each : json(get("specialist", "/" + number)).get("clocks")) {
            if (each.get("kind").asText().equals("RESOLVE")) {
                return OffsetDateTime.parse(each.get("dueAt").asText());
            }
        }
        throw new AssertionError("no resolution clock");
    }

    private HttpResponse<String> post(String who, String path, Map<String, ?> body) throws Exception {
        return Api.as(url(""), who).post("/api/v1/complaints" + path, new ObjectMapper().writeValueAsString(body));
    }

    private HttpResponse<String> get(String who, String path) {
        return Api.as(url(""), who).get("/api/v1/complaints" + path);
    }
}
