package org.redress.shared;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param field name as the client sent it
 * @param key   message key of the sentence
 * @param args  arguments of the sentence
 */
public record FieldProblem(String field, String key, List<Object> args) {

    public static FieldProblem of(String field, String key, Object... args) {
        return new FieldProblem(field, key, List.of(args));
    }
}
