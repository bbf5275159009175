package org.redress.figure;

/**
 * Rows that have some marks and lack others.
 *
 * @param code numerator, denominator, or why rows were left out
 */
record Part(String code, long all, long none) {

    static Part of(String code, Mark... all) {
        return new Part(code, Mark.bits(all), 0);
    }

    Part without(Mark... marks) {
        return new Part(code, all, none | Mark.bits(marks));
    }

    /** Over a column "marks". */
    String condition() {
        return "(marks & " + (all | none) + ") = " + all;
    }
}
