package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Redress as other systems drive it: every step looks for its task in a list and completes it, with a password each time. */
final class OverHttp implements Side {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String site;
    private final Watcher watcher;

    /** Told what a call is for, around it. */
    interface Watcher {

        void begins(String step);

        void ended(String step);
    }

    private static final Watcher NOBODY = new Watcher() {
        @Override
        public void begins(String step) {
            // nobody looks
        }

        @Override
        public void ended(String step) {
            // nobody looks
        }
    };

    OverHttp(int port) {
        this(port, NOBODY);
    }

    OverHttp(int port, Watcher watcher) {
        this.site = "http://127.0.0.1:" + port + "/api/v1";
        this.watcher = watcher;
    }

    @Override
    public void oneCase(Story story) throws IOException, InterruptedException {
        watcher.begins("capture");
        String number = post("intake", "/complaints", story.complaint()).get("number").asText();
        watcher.ended("capture");
        for (var step : story.steps()) {
            String task = task(step, number);
            watcher.begins(step.key());
            post(step.who(), "/tasks/" + task + "/complete", Map.of("variables", step.answersAt(Instant.now())));
            watcher.ended(step.key());
        }
    }

    private String task(Story.Step step, String number) throws IOException, InterruptedException {
        String at = "";
        while (true) {
            var page = send(request(step.who(), "/tasks?limit=200&scope=" + (step.mine() ? "mine" : "claimable") + at).GET().build());
            for (var task : page.get("items")) {
                if (task.get("caseNumber").asText().equals(number) && task.get("key").asText().equals("userTask_" + step.key())) {
                    return task.get("id").asText();
                }
            }
            assertThat(page.hasNonNull("next")).as(number + " has no " + step.key() + " for " + step.who()).isTrue();
            at = "&cursor=" + page.get("next").asText();
        }
    }

    private JsonNode post(String who, String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send(request(who, path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build());
    }

    private HttpRequest.Builder request(String who, String path) {
        String basic = Base64.getEncoder().encodeToString((who + ":redress-demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(site + path)).header("Authorization", "Basic " + basic);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(request.uri() + " " + new String(answer.body(), StandardCharsets.UTF_8)).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        // connections end with the client
    }
}
