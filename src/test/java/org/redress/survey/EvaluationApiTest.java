package org.redress.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.RedressTest;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJobs;
import org.redress.platform.DatabaseBaseline;
import org.redress.shared.Business;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers of other systems over the interface, and what follows from them. */
class EvaluationApiTest extends RedressTest {

    @Autowired
    private ObjectMapper json;
    @Autowired
    private ServiceJobs jobs;
    @Autowired
    private Uninvestigated uninvestigated;
    @Autowired
    private DatabaseBaseline database;

    @BeforeEach
    void firstStart() {
        database.restore();
        clock.reset();
    }

    @Test
    void goodOnesGoInOnceAndTheSameAgainChangesNothing() throws JsonProcessingException {
        List<Map<String, Object>> items = List.of(item("E-1", "rating", "GOOD"), item("E-2"), item("E-3", "reached", false), item("E-1", "rating", "GOOD"));
        JsonNode first = taken(items);
        assertThat(first).isEqualTo(json.readTree("{\"accepted\": 3, \"duplicates\": 1, \"rejected\": []}"));
        assertThat(jdbc.sql("select source_key || ' ' || reached || ' ' || coalesce(meaning, '-') || ' ' || coalesce(outcome, '-') || ' ' || (answered_at is not null) from evaluation order by id")
                .query(String.class).list()).containsExactly("OUT:E-1 true SATISFIED SATISFIED true", "OUT:E-2 true - UNRATED true", "OUT:E-3 false - - false");
        assertThat(taken(items)).isEqualTo(json.readTree("{\"accepted\": 0, \"duplicates\": 4, \"rejected\": []}"));

        JsonNode other = taken(List.of(item("E-1", "rating", "FAIR"), item("E-2", "team", "repair-2", "suggestion", "x")));
        assertThat(other.path("accepted").asInt()).isZero();
        assertThat(other.path("rejected").findValuesAsText("field")).containsExactly("rating", "team", "suggestion");
        assertThat(other.at("/rejected/0/message").asText()).isEqualTo("E-1 is here already with other data: GOOD, now FAIR. Nothing was changed.");
        assertThat(jdbc.sql("select rating from evaluation where source_key = 'OUT:E-1'").query(String.class).single()).isEqualTo("GOOD");
    }

    @Test
    void whatIsWrongIsNamedByPlaceFieldAndSentence() throws JsonProcessingException {
        List<Map<String, Object>> items = List.of(
                item("B-0", "calledAt", "2026-03-09T09:00:00+08:00"), item("B-1", "calledAt", "2026-02-01T09:00:00+08:00"),
                item("B-2", "calledAt", "2015-02-01T09:00:00+08:00", "doneAt", "2015-02-01T08:00:00+08:00"), item("B-3", "rating", "SUPER"),
                item("B-4", "scale", "STARS"), item("B-5", "business", "PLUMBING"), item("B-6", "team", "nobody"), item("B-7", "reached", "perhaps"),
                item("B-8", "doneAt", "yesterday"), item("", "rating", "GOOD"), item("B-10", "reached", false, "rating", "GOOD"),
                item("B-11", "suggestion", "x".repeat(2001)), item("B-12", "serviceJob", "no-such-job"), item("B-13", "rating", "GOOD"),
                item("B-13", "rating", "FAIR"), item("B-15", "team", "a\u0000b"));
        JsonNode answer = taken(items);
        List<String> wrong = new ArrayList<>();
        answer.path("rejected").forEach(each -> wrong.add(each.path("index").asText() + " " + each.path("field").asText()));
        assertThat(wrong).containsExactly("0 calledAt", "1 calledAt", "2 doneAt", "2 calledAt", "3 rating", "4 scale", "5 business", "6 team", "7 reached",
                "8 doneAt", "9 externalId", "10 rating", "11 suggestion", "12 serviceJob", "14 rating", "15 team");
        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.at("/rejected/4/message").asText()).isEqualTo(
                "SUPER is no grade of the scale GRADE5. Allowed are: EXCELLENT, GOOD, FAIR, PASS, FAIL; or nothing when the customer gave no rating.");
        assertThat(answer.path("rejected").findValuesAsText("message")).noneMatch(message -> message.contains("{") || message.startsWith("survey."));
    }

    @Test
    void aDissatisfiedAnswerAboutAKnownJobIsInvestigatedOnce() throws JsonProcessingException {
        jobs.intake(List.of(new ServiceJob("J-1", Business.REPAIR, clock.instant().minus(Duration.ofHours(30)), null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-J-1", "李华", "0755-8888 1234", null), false)));
        taken(List.of(item("J-1", "rating", "FAIL", "suggestion", "漏水"), item("OTHER", "rating", "FAIL", "serviceJob", "J-1"), item("UNKNOWN", "rating", "FAIL")));
        assertThat(List.of(uninvestigated.next(), uninvestigated.next(), uninvestigated.next())).containsExactly(true, true, false);
        Map<String, Object> opened = jdbc.sql("select c.* from complaint c join evaluation e on e.case_number = c.number where e.source_key = 'OUT:J-1'")
                .query().singleRow();
        assertThat(opened).containsEntry("channel", "CALLBACK").containsEntry("words", "漏水").containsEntry("service_job", "J-1").containsEntry("complainant", "李华");
        assertThat(jdbc.sql("select case_number from evaluation where source_key = 'OUT:UNKNOWN'").query((row, n) -> String.valueOf(row.getString(1))).single())
                .as("nobody knows whom to ask").isEqualTo("null");
    }

    @Test
    void oldAnswersAreHistoryAndOpenNoCases() throws JsonProcessingException {
        jobs.intake(List.of(new ServiceJob("H-1", Business.REPAIR, clock.instant().minus(Duration.ofDays(60)), null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-H-1", "李华", "0755-8888 1234", null), false)));
        taken(List.of(item("H-1", "rating", "FAIL", "doneAt", "2026-01-01T09:00:00+08:00", "calledAt", "2026-01-05T09:00:00+08:00")));
        assertThat(uninvestigated.next()).isFalse();
    }

    @Test
    void tenThousandInOneCallAndNotOneMore() throws JsonProcessingException {
        List<Map<String, Object>> many = IntStream.range(0, 10_000).mapToObj(i -> item("T-" + i, "rating", i % 100 == 0 ? "FAIL" : "GOOD")).toList();
        long begun = System.nanoTime();
        assertThat(taken(many).path("accepted").asInt()).isEqualTo(10_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(taken(many).path("duplicates").asInt()).isEqualTo(10_000);
        List<Map<String, Object>> more = new ArrayList<>(many);
        more.add(item("T-X"));
        assertThat(post("agent", more).statusCode()).isEqualTo(413);
        assertThat(post("handler", many.subList(0, 1)).statusCode()).isEqualTo(403);
    }

    @Test
    void questionnairesAreReadWithTheGradesOfTheirScale() throws JsonProcessingException {
        Api api = Api.as(url(""), "designer");
        JsonNode list = json.readTree(api.get("/api/v1/questionnaires").body());
        assertThat(list.at("/items/0/code").asText()).isEqualTo("STANDARD");
        assertThat(list.at("/items/0/state").asText()).isEqualTo("LIVE");
        JsonNode one = json.readTree(api.get("/api/v1/questionnaires/STANDARD/versions/1").body());
        assertThat(one.path("form").toString()).contains("EXCELLENT", "\"key\":\"reached\"");
        assertThat(api.get("/api/v1/questionnaires/STANDARD/versions/9").statusCode()).isEqualTo(404);
        assertThat(Api.as(url(""), "handler").get("/api/v1/questionnaires").statusCode()).isEqualTo(403);
    }

    private JsonNode taken(List<Map<String, Object>> items) throws JsonProcessingException {
        HttpResponse<String> answer = post("agent", items);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> post(String who, List<Map<String, Object>> items) throws JsonProcessingException {
        return Api.as(url(""), who).speaking("en").post("/api/v1/evaluations", json.writeValueAsString(Map.of("items", items)));
    }

    /** A good answer with some fields otherwise. */
    private static Map<String, Object> item(String id, Object... otherwise) {
        Map<String, Object> item = new LinkedHashMap<>(Map.of("externalId", id, "business", "REPAIR", "team", "repair-1", "employee", "handler",
                "doneAt", "2026-02-27T10:00:00+08:00", "calledAt", "2026-02-28T10:00:00+08:00", "reached", true, "scale", "GRADE5"));
        for (int i = 0; i < otherwise.length; i += 2) {
            item.put((String) otherwise[i], otherwise[i + 1]);
        }
        return item;
    }
}
