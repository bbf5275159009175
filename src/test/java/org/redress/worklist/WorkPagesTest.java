package org.redress.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The pages of work in a browser without scripts, and the interface, on the real process. */
class WorkPagesTest extends RedressTest {

    private Browser specialist;
    private Browser manager;

    @BeforeEach
    void signIn() {
        specialist = new Browser(url("")).as("specialist");
        manager = new Browser(url("")).as("manager");
    }

    @Test
    void everyPageIsShownInBothLanguagesWithoutAMissingWord() {
        String number = complaint("Gas off since the morning");
        String task = taskOf(number);
        for (String page : new String[] {"/", "/tasks", "/tasks?scope=team", "/tasks?scope=claimable", "/tasks/" + task,
                "/tasks?scope=team&kind=case&severity=S3&flag=media&group=late&text=%25&channel=hotline&team=repair-1&cursor="}) {
            for (String language : new String[] {"en", "zh-CN"}) {
                HttpResponse<String> shown = specialist.speaking(language).get(page);
                assertThat(shown.statusCode()).as(page).isEqualTo(200);
                assertThat(shown.body()).as(page).doesNotContain("??").contains("<h1");
            }
        }
        assertThat(specialist.speaking("zh-CN").get("/tasks?scope=claimable").body()).contains("待领取", number, "剩余工作时间");
        assertThat(specialist.speaking("en").get("/tasks?scope=claimable").body()).contains("of working time left", "start by", number);
    }

    @Test
    void aTaskIsTakenFilledWrongMendedAndFinishedWithoutScripts() {
        String number = complaint("Bill doubled");
        String task = taskOf(number);
        HttpResponse<String> taken = specialist.post("/tasks/" + task + "/claim", Map.of("version", "0"));
        assertThat(taken.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/tasks/" + task));
        String page = specialist.get("/tasks/" + task).body();
        assertThat(page).contains("You took the task of " + number, "name=\"field.decision\"", "name=\"field.team\"", "data-form-url=\"/tasks/" + task + "/form.json\"");

        HttpResponse<String> wrong = specialist.post("/tasks/" + task + "/complete",
                Map.of("version", version(page), "field.decision", "MERGE", "field.mergeInto", "12-typed"));
        assertThat(wrong.statusCode()).as(wrong.headers().firstValue("Location").orElse("")).isEqualTo(422);
        assertThat(wrong.body()).contains("There is a problem", "href=\"#field-mergeInto\"", "A case number looks like RD-2026-000123.", "value=\"12-typed\"", "data-errors=");
        assertThat(specialist.get("/tasks/" + task).body()).as("draft").contains("value=\"12-typed\"");

        HttpResponse<String> done = specialist.post("/tasks/" + task + "/complete", Map.of("version", version(wrong.body()),
                "field.decision", "REJECT", "field.reason", "Not ours: the water company digs there", "field.team", "repair-1"));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        assertThat(specialist.get("/tasks").body()).contains("Done: ", number);
        assertThat(specialist.get("/tasks/" + task).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from task_draft where subject_id = (select id from complaint where number = :number)")
                .param("number", number).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select act from audit_entry where subject_id = :number order by id").param("number", number).query(String.class).list())
                .contains("CLAIM", "COMPLETE");
    }

    @Test
    void whoIsLateIsToldByWhomAndLosesNoText() {
        String number = complaint("Meter reading wrong");
        String task = taskOf(number);
        Browser second = new Browser(url("")).as("specialist");
        String before = second.get("/tasks/" + task).body();
        specialist.post("/tasks/" + task + "/claim", Map.of());
        HttpResponse<String> stale = second.post("/tasks/" + task + "/complete", Map.of("version", version(before), "field.decision", "REJECT",
                "field.reason", "A long and careful reason"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("What you wrote", "A long and careful reason", "changed while you had it open");
        assertThat(second.get("/tasks/" + task).body()).contains("A long and careful reason");

        HttpResponse<String> notTheirs = manager.post("/tasks/" + task + "/complete", Map.of("field.decision", "REJECT"));
        assertThat(notTheirs.statusCode()).isEqualTo(403);
        jdbc.sql("update open_task set assignee = 'handler' where id = :id").param("id", task).update();
        HttpResponse<String> taken = second.post("/tasks/" + task + "/claim", Map.of());
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("has taken this task");
        HttpResponse<String> gone = second.post("/tasks/no-such/complete", Map.of("field.reason", "kept too"));
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("kept too", "already been finished");
    }

    @Test
    void manyAreLookedAtChangedAndTakenBack() {
        String number = complaint("No hot water");
        String task = taskOf(number);
        Map<String, String> pick = new HashMap<>(Map.of("verb", "CLAIM", "pick", task + ":0", "back", "/tasks?scope=claimable"));
        HttpResponse<String> preview = specialist.post("/tasks/bulk", pick);
        assertThat(preview.body()).contains("Will change 1, skip 0.");
        assertThat(assigneeOf(task)).isNull();
        assertThat(specialist.post("/tasks/bulk/apply", pick).body()).contains("Changed 1, skipped 0.");
        assertThat(assigneeOf(task)).isEqualTo("specialist");
        assertThat(specialist.post("/tasks/bulk/apply", pick).body()).contains("Changed 0, skipped 1.", "changed while you had it open");
        HttpResponse<String> undone = specialist.post("/tasks/bulk/undo", Map.of("pick", task + ":1", "before", "", "back", "https://evil.example/"));
        assertThat(undone.headers().firstValue("Location")).hasValue("/tasks");
        assertThat(specialist.get("/tasks").body()).contains("Taken back: 1 of 1.");
        assertThat(assigneeOf(task)).isNull();
        HttpResponse<String> give = specialist.post("/tasks/bulk", Map.of("verb", "ASSIGN", "pick", task + ":2", "to", "specialist"));
        assertThat(give.statusCode()).isEqualTo(200);
        assertThat(give.body()).contains("Will change 1, skip 0.");
        assertThat(specialist.post("/tasks/bulk", Map.of("verb", "CLAIM")).headers().firstValue("Location")).hasValue("/tasks");
        assertThat(specialist.get("/tasks").body()).contains("Choose at least one task first.");
        assertThat(specialist.post("/tasks/bulk", Map.of("verb", "CLAIM", "pick", "x")).statusCode()).isEqualTo(400);
    }

    @Test
    void theInterfaceSpeaksItsPromisedNames() {
        String number = complaint("Smell in the yard");
        JsonNode list = api("specialist", "GET", "/tasks?scope=claimable", null).getBody();
        JsonNode task = null;
        for (JsonNode each : list.path("items")) {
            task = each.path("caseNumber").asText().equals(number) ? each : task;
        }
        assertThat(task).isNotNull();
        assertThat(task.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "key", "name", "caseNumber", "assignee", "teams", "dueAt",
                "startBy", "severity", "version");
        assertThat(task.path("key").asText()).isEqualTo("userTask_triageComplaint");
        assertThat(task.path("dueAt").asText()).matches("2026-.*\\+08:00");
        String id = task.path("id").asText();
        JsonNode form = api("specialist", "GET", "/tasks/" + id + "/form", null).getBody();
        assertThat(form.path("schema").path("components")).isNotEmpty();
        assertThat(form.path("data").path("teams")).isNotEmpty();

        assertThat(status("handler", "/tasks/" + id + "/claim", Map.of())).isEqualTo(403);
        assertThat(status("specialist", "/tasks/" + id + "/claim", Map.of("version", 9))).isEqualTo(409);
        assertThat(status("specialist", "/tasks/" + id + "/claim", Map.of())).isEqualTo(200);
        assertThat(status("specialist", "/tasks/" + id + "/release", Map.of())).isEqualTo(200);
        ResponseEntity<JsonNode> wrong = api("specialist", "POST", "/tasks/" + id + "/complete", Map.of("variables", Map.of("decision", "ASSIGN")));
        assertThat(wrong.getStatusCode().value()).isEqualTo(422);
        assertThat(wrong.getBody().path("errors").findValuesAsText("field")).containsExactly("team", "category");
        assertThat(status("specialist", "/tasks/" + id + "/complete", Map.of("variables", Map.of("decision", "REJECT", "reason", "Not ours")))).isEqualTo(200);
        assertThat(status("specialist", "/tasks/" + id + "/claim", Map.of())).isEqualTo(409);
        assertThat(api("specialist", "GET", "/tasks?scope=all", null).getStatusCode().value()).isEqualTo(422);
        assertThat(api("specialist", "GET", "/tasks?limit=0", null).getStatusCode().value()).isEqualTo(422);
        assertThat(api("specialist", "GET", "/tasks?cursor=nonsense", null).getStatusCode().value()).isEqualTo(400);
    }

    private String complaint(String summary) {
        JsonNode made = api("intake", "POST", "/complaints", Map.of("channel", "HOTLINE", "summary", summary,
                "customer", Map.of("account", "GAS-" + Math.abs(summary.hashCode()), "name", "Chen", "phone", "13912345678", "segment", "ORDINARY"))).getBody();
        return made.path("number").asText();
    }

    private String taskOf(String number) {
        return jdbc.sql("select id from open_task where subject = :number").param("number", number).query(String.class).single();
    }

    private String assigneeOf(String task) {
        return jdbc.sql("select assignee from open_task where id = :id").param("id", task).query((row, at) -> row.getString(1)).list().get(0);
    }

    private static String version(String page) {
        var found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int status(String account, String path, Object body) {
        return api(account, "POST", path, body).getStatusCode().value();
    }

    private ResponseEntity<JsonNode> api(String account, String method, String path, Object body) {
        var request = RestClient.create(url("/api/v1")).method(org.springframework.http.HttpMethod.valueOf(method)).uri(java.net.URI.create(url("/api/v1") + path))
                .headers(headers -> headers.setBasicAuth(account, "redress-demo"));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().onStatus(HttpStatusCode::isError, (asked, answer) -> { }).toEntity(JsonNode.class);
    }
}
