package org.redress.deadline;

/** In what way a special day leaves the week's pattern. */
public enum DayKind {
    /** No work at all (节假日). */
    HOLIDAY,
    /** A make-up working day (调休上班): the hours of an ordinary working day unless own hours are given. */
    WORKDAY,
    /** A day with its own, usually shorter hours (半天班). */
    HALF_DAY
}
