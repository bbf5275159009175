package org.redress.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a pipeline of a repository may rely on. */
class ModelApiTest extends RedressTest {

    private static final String FILE = "bpmn/severity.dmn";
    private static int words;

    @Autowired
    RunningModels running;
    @Autowired
    ReleaseBook book;

    @Test
    void aPipelineAsksAnotherDesignerApprovesAndTheVersionsTell() {
        int before = book.inForce().orElseThrow().number();
        HttpResponse<String> asked = send(designer(), "Floods\nof last week", Map.of("severity.dmn", table()));
        assertThat(asked.statusCode()).isEqualTo(202);
        JsonNode request = Api.json(asked);
        assertThat(request.path("state").asText()).isEqualTo("SUBMITTED");
        assertThat(request.path("title").asText()).isEqualTo("Floods");
        String approve = request.path("approve").asText();
        assertThat(approve).isEqualTo("/api/v1/models/releases/" + request.path("release").asLong() + "/approve");
        assertThat(asked.headers().firstValue("Location")).hasValue("/api/v1/models/releases/" + request.path("release").asLong());

        HttpResponse<String> own = designer().post(approve, "");
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(Api.json(own).path("code").asText()).isEqualTo("studio.release.problem.own");
        HttpResponse<String> approved = Api.as(url(""), "designer2").post(approve, "");
        assertThat(approved.statusCode()).isEqualTo(200);
        JsonNode released = Api.json(approved);
        assertThat(released.path("number").asInt()).isEqualTo(before + 1);
        assertThat(released.path("definitions")).anySatisfy(each -> assertThat(each.path("key").asText()).isEqualTo("severity"));
        assertThat(Api.as(url(""), "designer2").post(approve, "").statusCode()).isEqualTo(409);

        JsonNode versions = Api.json(designer().get("/api/v1/models/severity/versions")).path("items");
        assertThat(versions.get(0).path("release").asInt()).isEqualTo(before + 1);
        int version = versions.get(0).path("version").asInt();
        assertThat(designer().get("/api/v1/models/severity/versions/" + version + "/source").body())
                .isEqualTo(new String(running.inForce().files().get(FILE), StandardCharsets.UTF_8));
        JsonNode forms = Api.json(designer().get("/api/v1/models/userTask_signForCase/versions")).path("items");
        assertThat(forms.get(0).path("kind").asText()).isEqualTo("FORM");
        assertThat(designer().get("/api/v1/models/userTask_signForCase/versions/1/source").body()).contains("\"components\"");
        assertThat(designer().get("/api/v1/models/nothing/versions").statusCode()).isEqualTo(404);
        assertThat(designer().get("/api/v1/models/severity/versions/99/source").statusCode()).isEqualTo(404);
        assertThat(Api.json(designer().get("/api/v1/models")).path("items")).hasSize(running.inForce().files().size())
                .anySatisfy(each -> assertThat(each.path("name").asText()).isEqualTo("Complaint handling"));
    }

    @Test
    void theSameFilesAreNothingNew() {
        byte[] table = table();
        HttpResponse<String> first = send(designer(), "Once", Map.of("bpmn/severity.dmn", table));
        HttpResponse<String> again = send(designer(), "Once", Map.of("severity.dmn", table));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(Api.json(again).path("unchanged").asBoolean()).isTrue();
        assertThat(Api.json(again).path("release")).isEqualTo(Api.json(first).path("release"));
        assertThat(designer().post("/api/v1/models/releases/" + Api.json(first).path("release").asLong() + "/withdraw", "").statusCode()).isEqualTo(200);
        HttpResponse<String> inForce = send(designer(), "As it is", running.inForce().files());
        assertThat(inForce.statusCode()).isEqualTo(200);
        assertThat(Api.json(inForce).path("unchanged").asBoolean()).isTrue();
    }

    @Test
    void aKeyIsUsedOnce() {
        String key = UUID.randomUUID().toString();
        byte[] table = table();
        HttpResponse<String> first = send(designer(), "With a key", Map.of("severity.dmn", table), "Idempotency-Key", key);
        HttpResponse<String> again = send(designer(), "With a key", Map.of("severity.dmn", table), "Idempotency-Key", key);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(send(designer(), "With a key", Map.of("severity.dmn", table()), "Idempotency-Key", key).statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsNotSoundIsRefusedWithEveryProblemInTheLanguageOfTheClient() {
        String script = new String(running.inForce().files().get("bpmn/complaint.bpmn"), StandardCharsets.UTF_8).replace("</bpmn:process>",
                "<bpmn:scriptTask id=\"task_script\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask></bpmn:process>");
        HttpResponse<String> english = send(designer(), "x", Map.of("complaint.bpmn", script.getBytes(StandardCharsets.UTF_8)));
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(english.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Api.json(english).path("problems")).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.path("file").asText()).isEqualTo("bpmn/complaint.bpmn");
            assertThat(problem.path("layer").asText()).isEqualTo("GATE");
            assertThat(problem.path("message").asText()).isNotBlank();
        });
        HttpResponse<String> chinese = send(designer().speaking("zh-CN"), "x", Map.of("complaint.bpmn", script.getBytes(StandardCharsets.UTF_8)));
        assertThat(Api.json(chinese).path("detail").asText()).containsPattern("\\p{IsHan}");
        for (String bad : new String[] {"<no", "<html/>", ""}) {
            assertThat(send(designer(), "x", Map.of("other.bpmn", bad.getBytes(StandardCharsets.UTF_8))).statusCode()).as(bad).isEqualTo(422);
        }
        assertThat(send(designer(), "", Map.of("severity.dmn", table())).statusCode()).as("without a note").isEqualTo(422);
        assertThat(send(designer(), "x", Map.of()).statusCode()).as("without files").isEqualTo(422);
        assertThat(book.list("state = 'SUBMITTED' and title = 'x'")).isEmpty();
    }

    @Test
    void fiftyMegabytesAreTooLarge() {
        HttpResponse<String> answer = send(designer(), "x", Map.of("big.bpmn", new byte[50 << 20]));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"detail\"");
    }

    @Test
    void onlyDesignersReleaseOverTheApi() {
        assertThat(send(Api.as(url(""), "admin"), "x", Map.of("severity.dmn", table())).statusCode()).isEqualTo(403);
        assertThat(send(Api.nobody(url("")), "x", Map.of("severity.dmn", table())).statusCode()).isEqualTo(401);
    }

    private Api designer() {
        return Api.as(url(""), "designer");
    }

    private byte[] table() {
        String now = new String(running.inForce().files().get(FILE), StandardCharsets.UTF_8);
        return now.replaceFirst("(<decision id=\"severity\" name=\")[^\"]*", "$1Severity api " + ++words).getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(Api api, String note, Map<String, byte[]> files, String... headers) {
        String boundary = "b" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"note\"", note.getBytes(StandardCharsets.UTF_8));
        files.forEach((name, content) -> part(body, boundary, "name=\"files\"; filename=\"" + name + "\"", content));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = api.request("/api/v1/models").header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return api.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
        try {
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
