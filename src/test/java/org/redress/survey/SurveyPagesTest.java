package org.redress.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJobs;
import org.redress.platform.DatabaseBaseline;
import org.redress.shared.Business;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of designers as a browser without scripts gets them, and the page of one answer. */
class SurveyPagesTest extends RedressTest {

    @Autowired
    private Questionnaires questionnaires;
    @Autowired
    private Scales scales;
    @Autowired
    private ServiceJobs jobs;
    @Autowired
    private DatabaseBaseline database;
    @Autowired
    private ObjectMapper json;

    private Browser designer;

    @BeforeEach
    void signIn() {
        database.restore();
        clock.reset();
        designer = new Browser(url("")).as("designer");
    }

    @Test
    void aScaleIsAddedRenamedAndRetired() {
        HttpResponse<String> wrong = designer.post("/designer/scales/new", Map.of("code", "x", "nameEn", "Mood"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("error-summary", "value=\"Mood\"");
        Map<String, Object> form = new LinkedHashMap<>(Map.of("code", "MOOD", "nameEn", "Mood", "nameZh", "心情"));
        form.put("grade", List.of("UP", "DOWN", ""));
        form.put("gradeEn", List.of("Up", "Down", ""));
        form.put("gradeZh", List.of("高", "低", ""));
        form.put("meaning", List.of("SATISFIED", "DISSATISFIED", "SATISFIED"));
        form.put("score", List.of("2", "1", ""));
        assertThat(send("/designer/scales/new", form)).isEqualTo(302);
        assertThat(scales.meaning("MOOD", "DOWN")).isEqualTo(Meaning.DISSATISFIED);
        assertThat(designer.get("/designer/scales?lang=zh-CN").body()).contains("心情", "低", "不满意");
        assertThat(designer.get("/designer/scales/GRADE5?lang=en").body()).as("used by the standard questions").contains("readonly", "Names can be changed");
        assertThat(designer.post("/designer/scales/GRADE5/retire", Map.of()).statusCode()).isEqualTo(409);
        assertThat(designer.post("/designer/scales/MOOD/retire", Map.of()).statusCode()).isEqualTo(302);
        assertThat(scales.find("MOOD")).hasValueSatisfying(scale -> assertThat(scale.active()).isFalse());
        assertThat(designer.post("/designer/scales/MOOD/reinstate", Map.of()).statusCode()).isEqualTo(302);
        assertThat(scales.find("MOOD")).hasValueSatisfying(scale -> assertThat(scale.active()).isTrue());
    }

    @Test
    void aQuestionnaireIsCopiedChangedCheckedAndPublished() throws JsonProcessingException {
        assertThat(designer.post("/designer/questionnaires/new", Map.of("code", "bad code", "nameEn", "", "nameZh", "", "like", "STANDARD")).statusCode()).isEqualTo(422);
        assertThat(designer.post("/designer/questionnaires/new", Map.of("code", "repair", "nameEn", "After repairs", "nameZh", "维修回访", "like", "STANDARD"))
                .statusCode()).isEqualTo(302);
        String path = "/designer/questionnaires/REPAIR/versions/1";
        HttpResponse<String> draft = designer.get(path + "?lang=en");
        assertThat(draft.body()).contains("data-form-editor", "already in use for every kind", "优秀", "Excellent").doesNotContain("??");
        assertThat(draft.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).contains("style-src-attr 'unsafe-inline'"));
        assertThat(designer.get("/designer/questionnaires").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe-inline"));

        ObjectNode form = (ObjectNode) questionnaires.find("REPAIR", 1).orElseThrow().form();
        form.withArray("components").addObject().put("type", "textfield").put("key", "parts").put("label", "Which parts were fitted?")
                .putObject("properties").put("zh-CN.label", "更换了哪些配件？");
        Map<String, String> change = Map.of("revision", "0", "nameEn", "After repairs", "nameZh", "维修回访", "businesses", "REPAIR", "scale", "GRADE5",
                "form", form.toString());
        assertThat(designer.post(path, change).statusCode()).isEqualTo(302);
        assertThat(designer.post(path, change).statusCode()).as("somebody else saved meanwhile").isEqualTo(409);
        Map<String, String> broken = new LinkedHashMap<>(change);
        broken.put("form", "{");
        assertThat(designer.post(path, broken).statusCode()).isEqualTo(422);
        assertThat(designer.get(path + "?lang=en").body()).contains("Which parts were fitted?", "更换了哪些配件？", "Publish");
        assertThat(designer.post(path + "/publish", Map.of("revision", "1")).statusCode()).isEqualTo(302);
        assertThat(questionnaires.forCall(Business.REPAIR, null).code()).isEqualTo("REPAIR");
        assertThat(designer.get("/designer/questionnaires/REPAIR?lang=en").body()).contains("Version 1", "in use");
        assertThat(designer.get(path + "/form").body()).contains("parts");
        assertThat(designer.post("/designer/questionnaires/REPAIR/draft", Map.of()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/REPAIR/versions/2"));
    }

    @Test
    void whoReadsCannotChange() {
        Browser manager = new Browser(url("")).as("manager");
        assertThat(manager.get("/designer/questionnaires/STANDARD/versions/1?lang=en").body()).contains("As asked in Chinese").doesNotContain("Save the draft");
        assertThat(manager.post("/designer/questionnaires/STANDARD/draft", Map.of()).statusCode()).isEqualTo(403);
        assertThat(manager.post("/designer/asking", Map.of()).statusCode()).isEqualTo(403);
        assertThat(new Browser(url("")).as("handler").get("/designer/scales").statusCode()).isEqualTo(403);
    }

    @Test
    void theAskingIsSetByBusiness() {
        Map<String, String> sent = new LinkedHashMap<>();
        for (Business business : Business.values()) {
            sent.put("MAIL." + business, business == Business.METER_READING ? "20" : "0");
            sent.put("SMS." + business, "0");
        }
        Browser admin = new Browser(url("")).as("admin");
        assertThat(admin.post("/designer/asking", sent).statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select business || via || share from asking_rule").query(String.class).list()).containsExactly("METER_READINGMAIL20");
        sent.put("MAIL.REPAIR", "101");
        sent.put("SMS.REPAIR", "10");
        HttpResponse<String> wrong = admin.post("/designer/asking", sent);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#MAIL.REPAIR\"", "href=\"#SMS.REPAIR\"", "value=\"101\"");
    }

    @Test
    void anAnswerIsShownInTheWordsOfItsVersionAndOnlyToThoseItConcerns() throws JsonProcessingException {
        aQuestionnaireIsCopiedChangedCheckedAndPublished();
        jobs.intake(List.of(new ServiceJob("W-1", Business.REPAIR, clock.instant().minus(Duration.ofHours(20)), null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-W-1", "李华", "0755-8888 1234", null), false)));
        String task = jdbc.sql("select id from open_task where kind = 'CALL' and subject = 'W-1'").query(String.class).single();
        Browser agent = new Browser(url("")).as("agent");
        agent.post("/callbacks/" + task + "/open", Map.of());
        assertThat(agent.get("/callbacks/" + task + "?lang=en").body()).contains("Which parts were fitted?", "name=\"field.parts\"");
        assertThat(agent.post("/callbacks/" + task + "/complete", Map.of("answers", json.writeValueAsString(Map.of("reached", true, "rating", "GOOD", "parts", "减压阀"))))
                .statusCode()).isEqualTo(302);
        long id = jdbc.sql("select id from evaluation where questionnaire = 'REPAIR' and questionnaire_version = 1").query(Long.class).single();

        ObjectNode other = (ObjectNode) questionnaires.find("REPAIR", 2).orElseThrow().form();
        ((ObjectNode) other.withArray("components").get(other.path("components").size() - 1)).put("label", "Parts?");
        designer.post("/designer/questionnaires/REPAIR/versions/2", Map.of("revision", "0", "nameEn", "Otherwise", "nameZh", "另", "businesses", "REPAIR",
                "scale", "GRADE5", "form", other.toString()));
        assertThat(designer.post("/designer/questionnaires/REPAIR/versions/2/publish", Map.of("revision", "1")).statusCode()).isEqualTo(302);
        assertThat(agent.get("/evaluations/" + id + "?lang=en").body()).contains("Which parts were fitted?", "减压阀", "After repairs, version 1", "Good", "(satisfied)")
                .doesNotContain("Parts?", "Otherwise", "??");
        assertThat(agent.get("/evaluations/" + id + "?lang=zh-CN").body()).contains("更换了哪些配件？", "良好", "维修回访 第1版");
        assertThat(new Browser(url("")).as("leader").get("/evaluations/" + id).statusCode()).as("leads repair-1").isEqualTo(200);
        jdbc.sql("update evaluation set team = 'repair-2' where id = ?").param(id).update();
        assertThat(new Browser(url("")).as("leader").get("/evaluations/" + id).statusCode()).isEqualTo(403);
        assertThat(new Browser(url("")).as("handler").get("/evaluations/" + id).statusCode()).isEqualTo(403);
        assertThat(agent.get("/evaluations/999999").statusCode()).isEqualTo(404);
        assertThat(Set.of(questionnaires.forCall(Business.REPAIR, null).version())).containsExactly(2);
    }

    private int send(String path, Map<String, Object> form) {
        return designer.postAll(path, form).statusCode();
    }
}
