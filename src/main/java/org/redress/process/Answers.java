package org.redress.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;

/** The validated answers of a form, typed. A designer may have dropped a field the house relies on: then the field is named (422). */
record Answers(Map<String, Object> values) {

    String text(String field) {
        String value = optionalText(field);
        if (value == null) {
            throw Problem.invalid(field, "process.problem.required");
        }
        return value;
    }

    @Nullable String optionalText(String field) {
        Object value = values.get(field);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    boolean flag(String field) {
        return Boolean.parseBoolean(String.valueOf(values.get(field)));
    }

    /** Null where the field was not answered. */
    @Nullable Boolean optionalFlag(String field) {
        return values.get(field) == null ? null : flag(field);
    }

    @Nullable Instant moment(String field) {
        return (Instant) values.get(field);
    }

    @Nullable BigDecimal amount(String field) {
        Object value = values.get(field);
        return value == null ? null : new BigDecimal(value.toString());
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        return parse(field, text(field), type);
    }

    <E extends Enum<E>> @Nullable E optionalChoice(String field, Class<E> type) {
        String value = optionalText(field);
        return value == null ? null : parse(field, value, type);
    }

    <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
        Set<E> chosen = new LinkedHashSet<>();
        if (values.get(field) instanceof Collection<?> several) {
            several.forEach(value -> chosen.add(parse(field, value.toString(), type)));
        }
        return chosen;
    }

    private static <E extends Enum<E>> E parse(String field, String value, Class<E> type) {
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, "process.problem.choice", value);
        }
    }
}
