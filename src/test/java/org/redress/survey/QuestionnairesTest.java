package org.redress.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.callback.CallQuestions;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJobs;
import org.redress.platform.DatabaseBaseline;
import org.redress.shared.Actor;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.survey.Scale.Grade;
import org.redress.worklist.TaskAnswers;
import org.redress.worklist.TaskDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Questionnaires and scales are data: what is changed counts from then on, and nothing that was answered is rewritten. */
class QuestionnairesTest extends RedressTest {

    private static final Actor AGENT = new Actor("agent", Set.of("CALLBACK_AGENT"), Set.of(), "test");

    @Autowired
    private Questionnaires questionnaires;
    @Autowired
    private QuestionnaireEdits edits;
    @Autowired
    private Scales scales;
    @Autowired
    private ScaleEdits scaleEdits;
    @Autowired
    private ServiceJobs jobs;
    @Autowired
    private TaskDesk desk;
    @Autowired
    private TaskAnswers answers;
    @Autowired
    private CallQuestions questions;
    @Autowired
    private CurrentActor actor;
    @Autowired
    private DatabaseBaseline database;
    @Autowired
    private ObjectMapper json;

    @BeforeEach
    void firstStart() {
        database.restore();
        clock.reset();
    }

    @Test
    void everyBusinessIsAskedTheStandardQuestionsFromTheFirstStart() {
        for (Business business : Business.values()) {
            assertThat(questionnaires.forCall(business, null)).returns(Questionnaires.STANDARD, Questionnaire::code).returns(1, Questionnaire::version)
                    .returns("GRADE5", Questionnaire::scale);
        }
        assertThat(edits.problems(questionnaires.forCall(Business.REPAIR, null))).as("the shipped one passes its own check").isEmpty();
    }

    @Test
    void aBusinessWithItsOwnIsAskedThatAndACampaignTheOneItChose() {
        publish("REPAIR_ONLY", false, draft(Set.of(Business.REPAIR), "GRADE3"));
        publish("HEATING_2026", true, draft(Set.of(), "LIKERT5"));

        assertThat(questionnaires.forCall(Business.REPAIR, null).code()).isEqualTo("REPAIR_ONLY");
        assertThat(questionnaires.forCall(Business.IGNITION, null).code()).isEqualTo(Questionnaires.STANDARD);
        assertThat(questionnaires.forCall(Business.REPAIR, "HEATING_2026").scale()).isEqualTo("LIKERT5");
        edits.retire("HEATING_2026");
        assertThat(questionnaires.forCall(Business.REPAIR, "HEATING_2026").scale()).as("its calls go on").isEqualTo("LIKERT5");
        assertThatThrownBy(() -> questionnaires.forCall(Business.REPAIR, "NOBODY")).isInstanceOf(Problem.class).hasMessageContaining("notLive");
    }

    @Test
    void twoForOneBusinessAndNoneForTheRestAreRefused() {
        publish("REPAIR_ONLY", false, draft(Set.of(Business.REPAIR), "GRADE3"));
        edits.add("REPAIR_TOO", false, draft(Set.of(Business.REPAIR, Business.METER_READING), "GRADE3"));
        assertThatThrownBy(() -> edits.publish("REPAIR_TOO", 1, 0)).hasMessageContaining("twoForOne").hasMessageContaining("REPAIR_ONLY");
        edits.add("FOR_ALL", false, draft(Set.of(), "GRADE3"));
        assertThatThrownBy(() -> edits.publish("FOR_ALL", 1, 0)).hasMessageContaining("twoForAll");
        assertThatThrownBy(() -> edits.retire(Questionnaires.STANDARD)).hasMessageContaining("lastForAll");
        edits.retire("REPAIR_ONLY");
        assertThat(questionnaires.forCall(Business.REPAIR, null).code()).isEqualTo(Questionnaires.STANDARD);
    }

    @Test
    void aCallAsksTheVersionItWasTakenWithAndItsAnswersStayAsTheyWere() {
        publish("REPAIR_ONLY", false, draft(Set.of(Business.REPAIR), "GRADE3"));
        String first = call("V-1");
        desk.claim(AGENT, first, null);
        assertThat(keys(first)).contains("tidy");
        assertThat(answers.sheet(desk.see(AGENT, first), java.util.Locale.ENGLISH).data())
                .containsEntry("questionnaire", Map.of("code", "REPAIR_ONLY", "version", 1, "scale", "GRADE3"));
        assertThat(options(first)).containsExactly("GOOD", "FAIR", "POOR");

        int next = edits.draft("REPAIR_ONLY");
        QuestionnaireDraft changed = draft(Set.of(Business.REPAIR), "LIKERT5");
        ((ObjectNode) changed.form().withArray("components").get(2)).put("key", "friendly");
        edits.save("REPAIR_ONLY", next, changed, 0);
        edits.publish("REPAIR_ONLY", next, 1);

        assertThat(keys(first)).as("taken before").contains("tidy");
        complete(first, Map.of("reached", true, "rating", "FAIR", "tidy", "NO", "scale", "GRADE3"));
        String second = call("V-2");
        assertThat(keys(second)).contains("friendly");
        desk.claim(AGENT, second, null);
        assertThatThrownBy(() -> complete(second, Map.of("reached", true, "rating", "FAIR"))).as("a grade of the scale before")
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .containsExactly(FieldProblem.of("rating", "worklist.form.choice", "How was it?", "5, 4, 3, 2, 1")));
        assertThatThrownBy(() -> complete(second, Map.of("reached", true, "rating", "5", "scale", "GRADE5"))).hasMessageContaining("process.problem.otherScale");
        complete(second, Map.of("reached", true, "rating", "5", "friendly", "YES", "notAsked", "x"));

        assertThat(questions.asked(callId("V-1"))).isEqualTo(new CallQuestions.Asked("REPAIR_ONLY", 1, Map.of("tidy", "NO")));
        assertThat(questions.asked(callId("V-2"))).isEqualTo(new CallQuestions.Asked("REPAIR_ONLY", 2, Map.of("friendly", "YES")));
        assertThat(questionnaires.find("REPAIR_ONLY", 1)).hasValueSatisfying(old -> assertThat(old).returns(QuestionnaireState.RETIRED, Questionnaire::state)
                .returns("GRADE3", Questionnaire::scale));
        assertThat(jdbc.sql("select scale || ' ' || rating || ' ' || outcome from follow_up_call where questionnaire_version = 1 and rating is not null")
                .query(String.class).single()).isEqualTo("GRADE3 FAIR NEUTRAL");
    }

    @Test
    void aVersionThatWasLiveCannotBeRewrittenNotEvenInTheDatabase() {
        assertThatThrownBy(() -> edits.save(Questionnaires.STANDARD, 1, draft(Set.of(), "GRADE3"), 0)).hasMessageContaining("draftStale");
        assertThatThrownBy(() -> jdbc.sql("update questionnaire_version set scale = 'GRADE3'").update()).isInstanceOf(DataAccessException.class)
                .hasMessageContaining("does not change");
        int draft = edits.draft(Questionnaires.STANDARD);
        assertThat(edits.draft(Questionnaires.STANDARD)).as("the same draft again").isEqualTo(draft);
        edits.save(Questionnaires.STANDARD, draft, draft(Set.of(), "GRADE3"), 0);
        assertThatThrownBy(() -> edits.save(Questionnaires.STANDARD, draft, draft(Set.of(), "GRADE3"), 0)).as("somebody else saved").hasMessageContaining("draftStale");
        assertThatThrownBy(() -> edits.publish(Questionnaires.STANDARD, draft, 0)).as("another draft than the one seen").hasMessageContaining("draftStale");
        edits.discard(Questionnaires.STANDARD, draft);
        assertThat(questionnaires.versions(Questionnaires.STANDARD)).hasSize(1);
    }

    @Test
    void aNewScaleJudgesAtOnceAndAUsedOneKeepsItsMeaning() {
        Scale faces = new Scale("FACES", new Bilingual("Faces", "表情"), true, List.of(
                new Grade("HAPPY", 1, new Bilingual("Happy", "笑脸"), Meaning.SATISFIED, null), new Grade("SAD", 2, new Bilingual("Sad", "哭脸"), Meaning.DISSATISFIED, null)));
        scaleEdits.add(faces);
        publish("METER", false, draft(Set.of(Business.REPAIR), "FACES"));
        String task = call("F-1");
        desk.claim(AGENT, task, null);
        complete(task, Map.of("reached", true, "rating", "SAD", "suggestion", "又漏了"));

        String opened = jdbc.sql("select case_number from follow_up_call where outcome = 'DISSATISFIED'").query(String.class).single();
        assertThat(jdbc.sql("select words from complaint where number = ?").param(opened).query(String.class).single()).isEqualTo("又漏了");
        assertThat(jdbc.sql("select e.kind from case_event e join complaint c on c.id = e.complaint_id where c.number = ? and e.data::text like '%哭脸%'").param(opened)
                .query(String.class).list()).as("the note says the grade in the words of the scale").isNotEmpty();

        assertThat(scaleEdits.isUsed("FACES")).isTrue();
        Scale turned = new Scale("FACES", faces.name(), true, List.of(
                new Grade("HAPPY", 1, new Bilingual("Happy", "笑脸"), Meaning.SATISFIED, null), new Grade("SAD", 2, new Bilingual("Sad", "哭脸"), Meaning.NEUTRAL, null)));
        assertThatThrownBy(() -> scaleEdits.change(turned, scaleEdits.revision("FACES"))).hasMessageContaining("scaleUsed");
        Scale renamed = new Scale("FACES", new Bilingual("Smileys", "表情"), true, List.of(
                new Grade("HAPPY", 1, new Bilingual("Glad", "笑脸"), Meaning.SATISFIED, null), new Grade("SAD", 2, new Bilingual("Sad", "哭脸"), Meaning.DISSATISFIED, null)));
        scaleEdits.change(renamed, 0);
        assertThatThrownBy(() -> scaleEdits.change(renamed, 0)).hasMessageContaining("scaleStale");
        assertThat(scales.find("FACES").orElseThrow().grades().get(0).name().en()).isEqualTo("Glad");
        assertThatThrownBy(() -> scaleEdits.retire("FACES")).hasMessageContaining("scaleAsked");
        edits.retire("METER");
        scaleEdits.retire("FACES");
        assertThat(scales.meaning("FACES", "SAD")).as("old answers are still read").isEqualTo(Meaning.DISSATISFIED);
    }

    @Test
    void aGradeOutsideItsScaleIsNamedWithThoseAllowed() {
        assertThat(scales.meaning("GRADE3", null)).isNull();
        assertThat(scales.meaning("GRADE5", "PASS")).isEqualTo(Meaning.NEUTRAL);
        assertThatThrownBy(() -> scales.meaning("GRADE3", "EXCELLENT")).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                .containsExactly(FieldProblem.of("rating", "survey.problem.outsideScale", "EXCELLENT", "GRADE3", "GOOD, FAIR, POOR")));
        assertThatThrownBy(() -> scales.meaning("STARS", "5")).hasMessageContaining("unknownScale");
    }

    @Test
    void whatACallCannotAskIsNamedBeforeItIsPublished() throws JsonProcessingException {
        String form = """
                {"type": "default", "components": [
                  {"type": "textfield", "key": "rating", "label": "Rating", "properties": {"zh-CN.label": "评价"}},
                  {"type": "html", "content": "<b>x</b>"},
                  {"type": "textfield", "key": "twice", "label": "One", "properties": {"zh-CN.label": "一"}},
                  {"type": "textfield", "key": "twice", "label": "Two {{x}}", "properties": {"zh-CN.label": "二"}},
                  {"type": "select", "key": "other", "label": "Other", "properties": {"zh-CN.label": "其他", "scale": "STARS"}},
                  {"type": "textarea", "key": "suggestion", "label": "Words", "validate": {"maxLength": 5000}, "conditional": {"hide": "=for x in 1..9999999 return x"}},
                  {"type": "checkbox", "key": "2nd", "label": "Second", "conditional": {"hide": "=reached ="}, "properties": {"zh-CN.label": "二"}},
                  {"type": "number", "key": "nameless"},
                  {"type": "checklist", "key": "nothing", "label": "Nothing to choose", "valuesKey": "teams", "properties": {"zh-CN.label": "无"}},
                  {"type": "group", "path": "inner", "components": []}
                ]}""";
        edits.add("BROKEN", false, new QuestionnaireDraft(new Bilingual("Broken", "坏的"), Set.of(Business.REPAIR), "GRADE3", json.readTree(form)));
        List<String> keys = edits.problems(questionnaires.find("BROKEN", 1).orElseThrow()).stream().map(problem -> problem.key().replace("survey.check.", "")).toList();
        assertThat(keys).contains("missing", "kind", "type", "twice", "template", "scale", "length", "chinese", "expression", "key", "label", "ratingScale", "options", "path");
        assertThatThrownBy(() -> edits.publish("BROKEN", 1, 0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> edits.parse("[1]")).hasMessageContaining("survey.check.json");
        assertThatThrownBy(() -> edits.parse("{\n\"a\": }")).hasMessageContaining("survey.check.json, args=[2]");
    }

    private void publish(String code, boolean campaignOnly, QuestionnaireDraft draft) {
        edits.add(code, campaignOnly, draft);
        edits.publish(code, 1, 0);
    }

    private QuestionnaireDraft draft(Set<Business> businesses, String scale) {
        String form = """
                {"type": "default", "id": "f", "components": [
                  {"type": "checkbox", "key": "reached", "label": "Reached", "properties": {"zh-CN.label": "接通"}},
                  {"type": "select", "key": "rating", "label": "How was it?", "values": [], "properties": {"zh-CN.label": "怎么样", "scale": "%s"}},
                  {"type": "radio", "key": "tidy", "label": "Tidy?", "values": [{"label": "Yes", "value": "YES"}, {"label": "No", "value": "NO"}],
                   "properties": {"zh-CN.label": "整洁吗", "zh-CN.option.YES": "是", "zh-CN.option.NO": "否"}},
                  {"type": "textarea", "key": "suggestion", "label": "Words", "validate": {"maxLength": 2000}, "properties": {"zh-CN.label": "建议"}}
                ]}""".formatted(scale);
        try {
            return new QuestionnaireDraft(new Bilingual("Some", "某"), businesses, scale, json.readTree(form));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String call(String id) {
        jobs.intake(List.of(new ServiceJob(id, Business.REPAIR, clock.instant().minus(Duration.ofHours(20)), null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-" + id, "李华 " + id, "0755-8888 1234", null), false)));
        return jdbc.sql("select id from open_task where kind = 'CALL' and subject = :id").param("id", id).query(String.class).single();
    }

    private long callId(String job) {
        return jdbc.sql("select c.id from follow_up_call c join service_job j on j.id = c.job_id where j.external_id = ?").param(job).query(Long.class).single();
    }

    private void complete(String task, Map<String, Object> filled) {
        actor.callAs(AGENT, () -> desk.complete(AGENT, task, null, filled));
    }

    private List<String> keys(String task) {
        return schema(task).findValuesAsText("key");
    }

    private List<String> options(String task) {
        for (JsonNode component : schema(task).path("components")) {
            if ("rating".equals(component.path("key").asText())) {
                return component.path("values").findValuesAsText("value");
            }
        }
        return List.of();
    }

    private JsonNode schema(String task) {
        return answers.sheet(desk.see(AGENT, task), java.util.Locale.ENGLISH).schema();
    }
}
