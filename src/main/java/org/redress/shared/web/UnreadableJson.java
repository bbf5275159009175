package org.redress.shared.web;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says where a JSON body went wrong, and what would have been right. */
final class UnreadableJson {

    private UnreadableJson() {
    }

    static Problem explain(HttpMessageNotReadableException thrown) {
        var cause = thrown.getCause();
        if (syntax(cause) instanceof StreamReadException broken && broken.getLocation() != null) {
            return Problem.badRequest("shared.problem.json", broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
        }
        if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problem.invalid(List.of(field(mapping)));
        }
        return Problem.badRequest("shared.problem.body");
    }

    /** Text that is no JSON at all, however deep the reader had come. */
    private static @Nullable Throwable syntax(@Nullable Throwable cause) {
        return cause instanceof JsonMappingException mapping ? mapping.getCause() : cause;
    }

    private static FieldProblem field(JsonMappingException mapping) {
        var path = path(mapping);
        if (mapping instanceof InvalidFormatException format) {
            Class<?> wanted = format.getTargetType();
            if (wanted.isEnum()) {
                var allowed = Arrays.stream(wanted.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
                return FieldProblem.of(path, "shared.problem.choice", String.valueOf(format.getValue()), allowed);
            }
            if (java.time.temporal.Temporal.class.isAssignableFrom(wanted)) {
                return FieldProblem.of(path, "shared.problem.time", String.valueOf(format.getValue()));
            }
        }
        return FieldProblem.of(path, "shared.problem.value");
    }

    /** "jobs[3].customer.phone" */
    private static String path(JsonMappingException mapping) {
        var path = new StringBuilder();
        for (var step : mapping.getPath()) {
            @Nullable String name = step.getFieldName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
