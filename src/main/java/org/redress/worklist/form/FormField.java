package org.redress.worklist.form;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.redress.worklist.Conditions;

/** One component of a form that takes a value. */
record FormField(JsonNode node) {

    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "checklist", "taglist", "radio",
            "select", "datetime");

    static boolean isInput(JsonNode component) {
        return INPUTS.contains(component.path("type").asText()) && component.path("key").isTextual();
    }

    String key() {
        return node.path("key").asText();
    }

    String type() {
        return node.path("type").asText();
    }

    /** "date", "time" or "datetime". */
    String subtype() {
        return node.path("subtype").asText("date");
    }

    String label() {
        for (String name : new String[] {"label", "dateLabel", "timeLabel"}) {
            String label = node.path(name).asText();
            if (!label.isBlank()) {
                return label;
            }
        }
        return key();
    }

    boolean isMultiple() {
        return "checklist".equals(type()) || "taglist".equals(type());
    }

    boolean hasOptions() {
        return isMultiple() || "radio".equals(type()) || "select".equals(type());
    }

    JsonNode rule(String name) {
        return node.path("validate").path(name);
    }

    boolean isRequired(Conditions conditions, Map<String, Object> context) {
        return holds(rule("required"), conditions, context);
    }

    boolean isFixed(Conditions conditions, Map<String, Object> context) {
        return holds(node.path("disabled"), conditions, context) || holds(node.path("readonly"), conditions, context);
    }

    static boolean isHidden(JsonNode component, Conditions conditions, Map<String, Object> context) {
        return holds(component.path("conditional").path("hide"), conditions, context);
    }

    /** A literal, or a FEEL expression behind "=". */
    static @Nullable String expression(JsonNode value) {
        return value.isTextual() && value.asText().startsWith("=") ? value.asText().substring(1) : null;
    }

    private static boolean holds(JsonNode value, Conditions conditions, Map<String, Object> context) {
        String expression = expression(value);
        return expression == null ? value.asBoolean(false) : conditions.isTrue(expression, context);
    }
}
