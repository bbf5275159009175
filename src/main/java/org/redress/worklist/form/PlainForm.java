package org.redress.worklist.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.worklist.Conditions;
import org.redress.worklist.form.FieldOptions.Option;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The same Camunda Form as plain HTML fields, for browsers without JavaScript and before the viewer has loaded. Fields that depend on
 * others are all shown and say so; the validator drops those that do not apply. Fields in a repeated group need the viewer.
 */
@Component
public class PlainForm {

    /** Prefix of the parameter that carries a field. */
    public static final String PREFIX = "field.";

    private final Conditions conditions;

    public PlainForm(Conditions conditions) {
        this.conditions = conditions;
    }

    /** The fields in the order of the form, filled with {@code values}. */
    public List<PlainField> fields(JsonNode schema, Map<String, Object> data, Map<String, Object> values) {
        List<PlainField> fields = new ArrayList<>();
        Map<String, Object> context = new LinkedHashMap<>(data);
        context.putAll(values);
        for (Placed placed : placed(schema)) {
            FormField field = placed.field();
            if (field.isFixed(conditions, context)) {
                continue;
            }
            Object value = Paths.get(context, placed.path());
            fields.add(new PlainField(placed.path(), kind(field), field.label(), field.node().path("description").asText(),
                    field.rule("required").asBoolean(false), placed.conditional(),
                    field.hasOptions() ? options(field, placed(schema), context) : List.of(), chosen(field, value, context),
                    field.rule("maxLength").asInt(0)));
        }
        return fields;
    }

    /** What a plain post carried, by path; what it did not carry is absent. */
    public Map<String, Object> read(JsonNode schema, MultiValueMap<String, String> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Placed placed : placed(schema)) {
            List<String> sent = parameters.get(PREFIX + placed.path());
            if (sent != null && !sent.isEmpty()) {
                Paths.put(values, placed.path(), value(placed.field(), sent));
            }
        }
        return values;
    }

    private static Object value(FormField field, List<String> sent) {
        String last = sent.get(sent.size() - 1);
        return field.isMultiple() ? List.copyOf(sent) : "checkbox".equals(field.type()) ? (Object) Boolean.valueOf(last)
                : FieldOptions.typed(field, last);
    }

    private static List<Placed> placed(JsonNode schema) {
        List<Placed> placed = new ArrayList<>();
        place(schema.path("components"), "", false, placed);
        return placed;
    }

    private static void place(JsonNode components, String prefix, boolean conditional, List<Placed> placed) {
        for (JsonNode component : components) {
            boolean depends = conditional || component.path("conditional").has("hide");
            if (FormField.isInput(component)) {
                placed.add(new Placed(Paths.join(prefix, component.path("key").asText()), new FormField(component), depends));
            } else if (!"dynamiclist".equals(component.path("type").asText())) {
                place(component.path("components"), Paths.join(prefix, component.path("path").asText()), depends, placed);
            }
        }
    }

    /** Options that hang on another choice are shown for every answer to it: without a script nobody can narrow them down later. */
    private List<PlainField.Choice> options(FormField field, List<Placed> all, Map<String, Object> context) {
        Set<PlainField.Choice> choices = new LinkedHashSet<>();
        add(choices, FieldOptions.of(field, context, conditions));
        String expression = FormField.expression(field.node().path("valuesExpression"));
        if (expression != null) {
            all.stream().filter(other -> other.field().hasOptions() && expression.matches("(?s).*\\b" + other.field().key() + "\\b.*"))
                    .forEach(other -> other.field().node().path("values").forEach(value -> {
                        Map<String, Object> supposed = new LinkedHashMap<>(context);
                        Paths.put(supposed, other.path(), FieldOptions.typed(other.field(), value.path("value").asText()));
                        add(choices, FieldOptions.of(field, supposed, conditions));
                    }));
        }
        return List.copyOf(choices);
    }

    private static void add(Set<PlainField.Choice> choices, List<Option> options) {
        options.forEach(option -> choices.add(new PlainField.Choice(option.value().toString(), option.label())));
    }

    private static String kind(FormField field) {
        return switch (field.type()) {
            case "datetime" -> switch (field.subtype()) {
                case "time" -> "time";
                case "datetime" -> "datetime-local";
                default -> "date";
            };
            case "taglist" -> "checklist";
            case "textfield" -> "email".equals(field.rule("validationType").asText()) ? "email" : "text";
            default -> field.type();
        };
    }

    private static List<String> chosen(FormField field, @Nullable Object value, Map<String, Object> context) {
        if (value == null) {
            JsonNode start = field.node().path("defaultValue");
            return context.containsKey(field.key()) || !start.isValueNode() ? List.of() : List.of(start.asText());
        }
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        String text = value.toString();
        boolean moment = "datetime".equals(field.type()) && "datetime".equals(field.subtype()) && text.length() > 16;
        return List.of(moment ? text.substring(0, 16) : text);
    }

    private record Placed(String path, FormField field, boolean conditional) {
    }
}
