package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** {@code POST /api/v1/service-jobs} as other systems call it. */
class ServiceJobApiTest extends RedressTest {

    private static final String GOOD = """
            {"externalId": "API-1", "business": "IGNITION", "doneAt": "2026-03-01T10:00:00+08:00", "team": "repair-1", "employee": "handler",
             "customer": {"account": "A-1", "name": "李华", "phone": "13800000001", "segment": "ORDINARY"}}""";
    private static final String BAD = """
            {"externalId": "API-2", "business": "PLUMBING", "doneAt": "yesterday", "team": "repair-9",
             "customer": {"account": "A-2", "name": "李明", "phone": "call me"}}""";

    @Test
    void goodJobsGoInAndBadOnesAreNamed() {
        JsonNode answer = report("agent", "{\"jobs\": [" + GOOD + ", " + BAD + ", " + GOOD + "]}").getBody();
        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("duplicates").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected")).allMatch(wrong -> wrong.path("index").asInt() == 1);
        assertThat(answer.path("rejected").findValuesAsText("field"))
                .containsExactlyInAnyOrder("business", "doneAt", "team", "employee", "customer.phone");
        assertThat(answer.path("rejected").findValuesAsText("message")).allMatch(message -> !message.startsWith("callback."));
        assertThat(report("agent", "{\"jobs\": [" + GOOD + "]}").getBody().path("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(report("agent", "{}").getStatusCode().value()).isEqualTo(422);
        assertThat(report("agent", "{\"jobs\": [").getStatusCode().is4xxClientError()).isTrue();
        assertThat(report("agent", "{\"jobs\": [" + "null,".repeat(10_000) + "null]}").getStatusCode().value()).isEqualTo(413);
        assertThat(report("agent", "{\"jobs\": [null]}").getBody().path("rejected").size()).isEqualTo(6);
    }

    @Test
    void aHandlerMayNotReportJobs() {
        assertThat(report("handler", "{\"jobs\": []}").getStatusCode().value()).isEqualTo(403);
    }

    private ResponseEntity<JsonNode> report(String account, String body) {
        return RestClient.create(url("/api/v1/service-jobs")).post().headers(headers -> headers.setBasicAuth(account, "redress-demo"))
                .contentType(MediaType.APPLICATION_JSON).body(body).retrieve()
                .onStatus(status -> true, (request, response) -> { }).toEntity(JsonNode.class);
    }
}
