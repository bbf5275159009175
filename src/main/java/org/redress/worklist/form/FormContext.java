package org.redress.worklist.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The values that conditions see: what the form started with, over it what was submitted, every field named so that an unanswered one is
 * null. Texts of a plain form post ("true", "12") are typed first, otherwise no condition would hold.
 */
final class FormContext {

    private final FieldReader reader;

    FormContext(FieldReader reader) {
        this.reader = reader;
    }

    Map<String, Object> of(JsonNode schema, Map<String, Object> data, Map<?, ?> submitted) {
        Map<String, Object> context = new LinkedHashMap<>(data);
        collect(schema.path("components"), "", submitted, context);
        return context;
    }

    private void collect(JsonNode components, String prefix, Map<?, ?> submitted, Map<String, Object> context) {
        for (JsonNode component : components) {
            String path = Paths.join(prefix, component.path(FormField.isInput(component) ? "key" : "path").asText());
            if (FormField.isInput(component)) {
                Paths.put(context, path, typed(new FormField(component), Paths.get(isFixed(component) ? context : submitted, path)));
            } else if ("dynamiclist".equals(component.path("type").asText())) {
                Paths.put(context, path, Paths.get(submitted, path) instanceof List<?> list ? list : List.of());
            } else {
                collect(component.path("components"), path, submitted, context);
            }
        }
    }

    /** Choices may be any: whether they exist may hang on a condition itself. */
    private @Nullable Object typed(FormField field, @Nullable Object raw) {
        if (field.hasOptions() || "datetime".equals(field.type())) {
            return field.isMultiple() && !(raw instanceof List<?>) ? (raw == null || "".equals(raw) ? List.of() : List.of(raw))
                    : raw == null || "".equals(raw) ? null : FieldOptions.typed(field, raw);
        }
        return reader.read(field, raw, List.of()).value();
    }

    /** What nobody could type is taken from where it came from, not from the request. */
    private static boolean isFixed(JsonNode component) {
        return component.path("disabled").asBoolean(false) || component.path("readonly").asBoolean(false);
    }
}
