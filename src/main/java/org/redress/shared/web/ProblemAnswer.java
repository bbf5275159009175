package org.redress.shared.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a program is told when something did not work, in their language.
 *
 * @param status    HTTP status
 * @param code      stable name for programs: the message key of the sentence
 * @param title     a few words
 * @param detail    the sentence
 * @param fields    every wrong field, empty where it is not about fields
 * @param reference what the log calls this request
 */
public record ProblemAnswer(int status, String code, String title, String detail, List<Field> fields, @Nullable String reference) {

    /** @param message sentence about the field */
    public record Field(String field, String message) {
    }

    public ProblemAnswer {
        fields = List.copyOf(fields);
    }
}
