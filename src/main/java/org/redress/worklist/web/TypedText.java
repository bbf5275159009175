package org.redress.worklist.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.redress.worklist.TaskAnswers;
import org.redress.worklist.form.PlainField;
import org.redress.worklist.form.PlainForm;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What somebody typed, to be read and copied when it could not be sent: label and text of each field. */
@Component
class TypedText {

    private final PlainForm plain;

    TypedText(PlainForm plain) {
        this.plain = plain;
    }

    record Line(String label, String text) {
    }

    List<Line> of(TaskAnswers.Sheet sheet, Map<String, Object> submitted) {
        return plain.fields(sheet.schema(), sheet.data(), submitted).stream()
                .filter(field -> submitted.containsKey(field.path()) && !field.value().isBlank())
                .map(field -> new Line(field.label(), field.values().stream().map(value -> label(field, value)).collect(Collectors.joining(", "))))
                .toList();
    }

    /** Without the form, which is gone with its task. */
    List<Line> of(Map<String, Object> submitted) {
        List<Line> lines = new ArrayList<>();
        submitted.forEach((key, value) -> {
            String text = value instanceof Collection<?> several ? several.stream().map(String::valueOf).collect(Collectors.joining(", ")) : String.valueOf(value);
            if (value != null && !text.isBlank()) {
                lines.add(new Line(key, text));
            }
        });
        return lines;
    }

    static Map<String, Object> plain(MultiValueMap<String, String> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, sent) -> {
            if (name.startsWith(PlainForm.PREFIX)) {
                values.put(name.substring(PlainForm.PREFIX.length()), sent.size() == 1 ? sent.get(0) : sent);
            }
        });
        return values;
    }

    private static String label(PlainField field, String value) {
        return field.options().stream().filter(option -> option.value().equals(value)).map(PlainField.Choice::label).findFirst().orElse(value);
    }
}
