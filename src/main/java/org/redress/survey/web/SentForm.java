package org.redress.survey.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;

/** What a plain form carried, and what is wrong with it in the reader's words. */
record SentForm(MultiValueMap<String, String> fields) {

    String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    int number(String name, int otherwise) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    boolean ticked(String name) {
        return "true".equals(text(name));
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Sentences by the field they belong to. @throws Problem the same one when it is not about what was typed */
    static Map<String, String> errors(Problem problem, MessageSource messages, Locale locale) {
        if (problem.status() != 422) {
            throw problem;
        }
        Map<String, String> errors = new LinkedHashMap<>();
        problem.fields().forEach(field -> errors.merge(field.field(), sentence(field, messages, locale), (some, more) -> some + " " + more));
        return errors;
    }

    static String sentence(FieldProblem problem, MessageSource messages, Locale locale) {
        return String.valueOf(messages.getMessage(problem.key(), problem.args().toArray(), problem.key(), locale));
    }

    static @Nullable Integer optional(String text) {
        try {
            return text.isBlank() ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
