package org.redress.worklist.form;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One form file holds both languages: English in the fields every form tool reads, Chinese in the component's properties
 * ("zh-CN.label", "zh-CN.description", "zh-CN.validate.patternErrorMessage", "zh-CN.option.VALUE" and so on). Here the language of the
 * reader takes the fields' place.
 */
public final class FormTranslation {

    private static final String CHINESE = "zh-CN.";
    private static final List<String> TEXTS = List.of("label", "dateLabel", "timeLabel", "description", "text", "valuesExpression");
    private static final String PATTERN_MESSAGE = "patternErrorMessage";

    private FormTranslation() {
    }

    /** @return a copy of the form in the language; a text without a translation stays English */
    public static JsonNode in(Locale locale, JsonNode form) {
        JsonNode copy = form.deepCopy();
        if (Locale.CHINESE.getLanguage().equals(locale.getLanguage())) {
            translate(copy);
        }
        return copy;
    }

    private static void translate(JsonNode component) {
        JsonNode properties = component.path("properties");
        if (component instanceof ObjectNode target) {
            TEXTS.forEach(name -> replace(target, name, properties.path(CHINESE + name)));
        }
        if (component.path("validate") instanceof ObjectNode rules) {
            replace(rules, PATTERN_MESSAGE, properties.path(CHINESE + "validate." + PATTERN_MESSAGE));
        }
        if (component.path("values") instanceof ArrayNode options) {
            options.forEach(option -> replace((ObjectNode) option, "label",
                    properties.path(CHINESE + "option." + option.path("value").asText())));
        }
        component.path("components").forEach(FormTranslation::translate);
    }

    private static void replace(ObjectNode target, String name, JsonNode translation) {
        if (translation.isTextual()) {
            target.set(name, translation);
        }
    }
}
