package org.redress.figure;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One row behind a number.
 *
 * @param key     number of the case, outside number of the job, or key of the asking
 * @param day     the day it counts on
 * @param state   state of the call of a job, grade of an asking, state of a case: a code; null where there is none
 * @param summary what it is about, in the words of the row; null where there is none
 */
public record FigureRow(Kind kind, long id, String key, LocalDate day, @Nullable String business, @Nullable String team, @Nullable String employee,
        @Nullable String region, @Nullable String channel, @Nullable String segment, @Nullable String state, @Nullable String summary) {

    public enum Kind {
        JOB, EVALUATION, CASE
    }
}
