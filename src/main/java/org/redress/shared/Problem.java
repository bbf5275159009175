package org.redress.shared;

import java.util.List;

/**
 * Something a person can mend: carries a message key, never a text, and the status a client is told. Pages show the sentence, the API
 * answers RFC 9457 problem+json with it.
 */
public class Problem extends RuntimeException {

    private final int status;
    private final String key;
    private final transient List<Object> args;
    private final transient List<FieldProblem> fields;

    protected Problem(int status, String key, List<Object> args, List<FieldProblem> fields) {
        super(key + " " + args + (fields.isEmpty() ? "" : " " + fields));
        this.status = status;
        this.key = key;
        this.args = List.copyOf(args);
        this.fields = List.copyOf(fields);
    }

    /** 400: the request itself cannot be read. */
    public static Problem badRequest(String key, Object... args) {
        return new Problem(400, key, List.of(args), List.of());
    }

    /** 403: the person may not do or see this. */
    public static Problem forbidden(String key, Object... args) {
        return new Problem(403, key, List.of(args), List.of());
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String key, Object... args) {
        return new Problem(404, key, List.of(args), List.of());
    }

    /** 409: stale version, or a step that is no longer possible. */
    public static Problem conflict(String key, Object... args) {
        return new Problem(409, key, List.of(args), List.of());
    }

    /** 413: more than the house takes. */
    public static Problem tooLarge(String key, Object... args) {
        return new Problem(413, key, List.of(args), List.of());
    }

    /** 422: one or more fields are wrong; every one of them is listed. */
    public static Problem invalid(List<FieldProblem> fields) {
        return new Problem(422, "shared.problem.invalid", List.of(fields.size()), fields);
    }

    /** 422 for a single field. */
    public static Problem invalid(String field, String key, Object... args) {
        return invalid(List.of(FieldProblem.of(field, key, args)));
    }

    public int status() {
        return status;
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
