package org.redress.survey;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.redress.survey.Scale.Grade;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The form of a questionnaire as it is asked: a question that names a scale offers the grades of that scale, in both languages. */
@Service
@Transactional(readOnly = true)
public class QuestionnaireForms {

    /** Property of a component that names its scale. */
    static final String SCALE = "scale";

    private static final String CHINESE = "zh-CN.option.";

    private final ScaleTable scales;

    QuestionnaireForms(ScaleTable scales) {
        this.scales = scales;
    }

    /** A copy with the choices in their places: English as labels, Chinese in the properties, as in every form of the house. */
    public JsonNode asked(Questionnaire questionnaire) {
        JsonNode copy = questionnaire.form().deepCopy();
        fill(copy, scales.all());
        return copy;
    }

    static void fill(JsonNode component, List<Scale> scales) {
        JsonNode named = component.path("properties").path(SCALE);
        if (component instanceof ObjectNode target && named.isTextual()) {
            scales.stream().filter(scale -> scale.code().equals(named.asText())).findFirst().ifPresent(scale -> offer(target, scale));
        }
        component.path("components").forEach(inner -> fill(inner, scales));
    }

    private static void offer(ObjectNode question, Scale scale) {
        question.remove(List.of("valuesExpression", "valuesKey"));
        ArrayNode values = question.putArray("values");
        ObjectNode properties = question.withObjectProperty("properties");
        for (Grade grade : scale.grades()) {
            values.addObject().put("label", grade.name().en()).put("value", grade.code());
            properties.put(CHINESE + grade.code(), grade.name().zh());
        }
    }
}
