package org.redress.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.redress.shared.Bilingual;
import org.redress.survey.Questionnaire;
import org.redress.survey.QuestionnaireDraft;
import org.redress.survey.QuestionnaireEdits;
import org.redress.survey.Questionnaires;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A questionnaire of thematic calls: the standard questions, and what it was that went wrong. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoQuestions {

    static final String CODE = "CAUSES";
    private static final Map<String, Bilingual> CAUSES = causes();

    private final Questionnaires questionnaires;
    private final QuestionnaireEdits edits;
    private final DemoDesk desk;

    DemoQuestions(Questionnaires questionnaires, QuestionnaireEdits edits, DemoDesk desk) {
        this.questionnaires = questionnaires;
        this.edits = edits;
        this.desk = desk;
    }

    private static Map<String, Bilingual> causes() {
        Map<String, Bilingual> causes = new LinkedHashMap<>();
        causes.put("LATE", new Bilingual("Came late or not at all", "未按约定时间上门"));
        causes.put("UNSOLVED", new Bilingual("The fault came back", "故障重复出现"));
        causes.put("ATTITUDE", new Bilingual("Unfriendly or impatient", "态度不好、不耐心"));
        causes.put("PRICE", new Bilingual("Price or bill not explained", "收费没有说明清楚"));
        causes.put("LEFT_DIRTY", new Bilingual("Not tidied up afterwards", "完工后没有清理"));
        causes.put("OTHER", new Bilingual("Something else", "其他原因"));
        return causes;
    }

    /** The second time it changes nothing. */
    void load() {
        if (!questionnaires.versions(CODE).isEmpty()) {
            return;
        }
        desk.as("designer", actor -> {
            Questionnaire standard = questionnaires.versions(Questionnaires.STANDARD).get(0);
            edits.add(CODE, true, new QuestionnaireDraft(new Bilingual("What went wrong", "问题原因调查"), Set.of(), standard.scale(), asking(standard.form())));
            edits.publish(CODE, 1, questionnaires.versions(CODE).get(0).revision());
        });
    }

    /** One question more, after the rating. */
    private static JsonNode asking(JsonNode standard) {
        ObjectNode form = standard.deepCopy();
        ArrayNode components = form.withArray("components");
        int place = 0;
        while (place < components.size() && !"rating".equals(components.get(place).path("key").asText())) {
            place++;
        }
        ObjectNode question = components.insertObject(Math.min(place + 1, components.size()));
        question.put("type", "select").put("id", "field_cause").put("key", "cause").put("label", "What went wrong most")
                .put("description", "Leave empty when nothing went wrong.");
        question.putObject("conditional").put("hide", "=reached != true");
        question.putObject("layout").put("row", "row_cause").putNull("columns");
        ArrayNode values = question.putArray("values");
        ObjectNode properties = question.putObject("properties").put("zh-CN.label", "最不满意的是什么").put("zh-CN.description", "没有问题的留空。");
        CAUSES.forEach((code, name) -> {
            values.addObject().put("label", name.en()).put("value", code);
            properties.put("zh-CN.option." + code, name.zh());
        });
        return form;
    }
}
