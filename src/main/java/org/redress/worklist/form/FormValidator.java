package org.redress.worklist.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.redress.deadline.Calendars;
import org.redress.shared.FieldProblem;
import org.redress.worklist.Conditions;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Checks answers against the Camunda Form they were given on: what form-js refuses is refused here, whoever sent it. A field that the
 * form hides is neither required nor kept; a disabled or read-only one is ignored; a key the form does not know is dropped.
 */
@Component
public class FormValidator {

    private static final int MOST_REPETITIONS = 200;

    private final Conditions conditions;
    private final FieldReader reader;
    private final FieldLimits limits;
    private final FormContext contexts;

    public FormValidator(Conditions conditions, Clock clock, Calendars calendars) {
        this.conditions = conditions;
        this.reader = new FieldReader(new FieldMoments(clock, calendars));
        this.limits = new FieldLimits(conditions);
        this.contexts = new FormContext(reader);
    }

    /**
     * @param schema    the Camunda Form in the language of the reader
     * @param data      values the form started with, and the lists its options come from
     * @param submitted what was sent: JSON values, or texts of a plain form post
     */
    public FormResult validate(JsonNode schema, Map<String, Object> data, Map<String, Object> submitted) {
        Run run = new Run(contexts.of(schema, data, submitted), new ArrayList<>());
        Map<String, Object> answers = new LinkedHashMap<>();
        run.check(schema.path("components"), "", "", submitted, answers);
        return new FormResult(answers, List.copyOf(run.problems));
    }

    /** One form on its way through. */
    private final class Run {

        private final Map<String, Object> context;
        private final List<FieldProblem> problems;

        private Run(Map<String, Object> context, List<FieldProblem> problems) {
            this.context = context;
            this.problems = problems;
        }

        /** @param name prefix of the field's name in a problem; @param prefix path within {@code values} and {@code answers} */
        void check(JsonNode components, String name, String prefix, Map<?, ?> values, Map<String, Object> answers) {
            for (JsonNode component : components) {
                if (FormField.isHidden(component, conditions, context)) {
                    continue;
                }
                if (FormField.isInput(component)) {
                    check(new FormField(component), name, prefix, values, answers);
                } else if ("dynamiclist".equals(component.path("type").asText())) {
                    repeat(component, name, prefix, values, answers);
                } else {
                    check(component.path("components"), name, Paths.join(prefix, component.path("path").asText()), values, answers);
                }
            }
        }

        private void check(FormField field, String name, String prefix, Map<?, ?> values, Map<String, Object> answers) {
            if (field.isFixed(conditions, context)) {
                return;
            }
            String path = Paths.join(prefix, field.key());
            FieldReading reading = reader.read(field, Paths.get(values, path),
                    field.hasOptions() ? FieldOptions.of(field, context, conditions) : List.of());
            reading = reading.problem() == null ? limits.check(field, reading, context) : reading;
            // an unticked box is no answer, a chosen "no" is one
            boolean empty = reading.value() == null || !field.hasOptions() && Boolean.FALSE.equals(reading.value());
            if (reading.problem() == null && empty && field.isRequired(conditions, context)) {
                reading = FieldReading.problem("required");
            }
            if (reading.problem() != null) {
                problems.add(reading.problemOf(name + path, field.label()));
            } else if (reading.value() != null) {
                Paths.put(answers, path, reading.value());
            }
        }

        private void repeat(JsonNode list, String name, String prefix, Map<?, ?> values, Map<String, Object> answers) {
            String path = Paths.join(prefix, list.path("path").asText());
            if (!(Paths.get(values, path) instanceof List<?> items)) {
                return;
            }
            if (items.size() > MOST_REPETITIONS) {
                problems.add(FieldProblem.of(name + path, "worklist.form.repetitions", list.path("label").asText(path), MOST_REPETITIONS));
                return;
            }
            List<Object> kept = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                Map<?, ?> item = items.get(i) instanceof Map<?, ?> map ? map : Map.of();
                Map<String, Object> answer = new LinkedHashMap<>();
                within(item).check(list.path("components"), name + path + "[" + i + "].", "", item, answer);
                kept.add(answer);
            }
            Paths.put(answers, path, kept);
        }

        /** Conditions inside a repetition see its own values first, as {@code this} and by name. */
        private Run within(Map<?, ?> item) {
            Map<String, Object> inner = new LinkedHashMap<>(context);
            item.forEach((key, value) -> inner.put(String.valueOf(key), value));
            inner.put("this", item);
            inner.put("parent", context);
            return new Run(inner, problems);
        }
    }
}
