package org.redress.worklist.form;

import java.util.List;

/**
 * One field of a form as plain HTML.
 *
 * @param path        dotted path; its parameter is {@link PlainForm#PREFIX} + path
 * @param kind        "text", "email", "textarea", "number", "checkbox", "radio", "select", "checklist", "date", "time", "datetime-local"
 * @param conditional it applies only after certain answers
 * @param values      what stands in it; several for a checklist
 * @param maxLength   0 where there is none
 */
public record PlainField(String path, String kind, String label, String description, boolean required, boolean conditional,
        List<Choice> options, List<String> values, int maxLength) {

    public String name() {
        return PlainForm.PREFIX + path;
    }

    public String id() {
        return "field-" + path.replace('.', '-');
    }

    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    public boolean holds(String option) {
        return values.contains(option);
    }

    public record Choice(String value, String label) {
    }
}
