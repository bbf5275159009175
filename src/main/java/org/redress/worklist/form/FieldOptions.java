package org.redress.worklist.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.worklist.Conditions;

import com.fasterxml.jackson.databind.JsonNode;

/** The choices of a select, radio, checklist or taglist: written in the form, named in the data, or computed. */
final class FieldOptions {

    private FieldOptions() {
    }

    /** @param value as the process gets it: a String, Number or Boolean */
    record Option(Object value, String label) {

        boolean is(Object candidate) {
            return value.toString().equals(candidate.toString());
        }
    }

    static List<Option> of(FormField field, Map<String, Object> context, Conditions conditions) {
        JsonNode node = field.node();
        List<Option> options = written(field);
        if (node.path("valuesKey").isTextual()) {
            collect(Paths.get(context, node.path("valuesKey").asText()), options);
        }
        String expression = FormField.expression(node.path("valuesExpression"));
        if (expression != null) {
            collect(conditions.value(expression, context), options);
        }
        return options;
    }

    /** The choice as the process gets it, where the form itself names it: true for the "true" of a plain form post. */
    static Object typed(FormField field, Object chosen) {
        return written(field).stream().filter(option -> option.is(chosen)).map(Option::value).findFirst().orElse(chosen);
    }

    private static List<Option> written(FormField field) {
        List<Option> options = new ArrayList<>();
        field.node().path("values").forEach(each -> options.add(new Option(scalar(each.path("value")), each.path("label").asText())));
        return options;
    }

    private static void collect(@Nullable Object list, List<Option> options) {
        if (list instanceof Iterable<?> items) {
            items.forEach(item -> add(item, options));
        }
    }

    private static void add(@Nullable Object item, List<Option> options) {
        if (item instanceof Map<?, ?> map && map.get("value") != null) {
            Object label = map.get("label");
            options.add(new Option(map.get("value"), String.valueOf(label == null ? map.get("value") : label)));
        } else if (item instanceof String || item instanceof Number || item instanceof Boolean) {
            options.add(new Option(item, item.toString()));
        }
    }

    private static Object scalar(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() : value.isIntegralNumber() ? value.asLong() : value.isNumber() ? value.decimalValue()
                : value.asText();
    }
}
