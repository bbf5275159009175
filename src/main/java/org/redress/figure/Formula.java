package org.redress.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * What a figure is made of.
 *
 * @param divisor what stands below when it is no part of the same rows
 * @param paused  whether paused time is told beside
 */
record Formula(Subject subject, Part numerator, Part denominator, List<Part> leftOut, Divisor divisor, boolean paused) {

    enum Divisor {
        /** The denominator is a part of the same rows. */
        ROWS,
        /** All service jobs of the days. */
        JOBS,
        /** Customers served (服务户数). */
        CUSTOMERS,
        /** Calls the call centre handled (话务总量). */
        CALLS,
        /** A plain count. */
        NOTHING
    }

    Formula(Subject subject, Part numerator, Part denominator, List<Part> leftOut) {
        this(subject, numerator, denominator, leftOut, Divisor.ROWS, false);
    }

    Formula over(Divisor other) {
        return new Formula(subject, numerator, denominator, leftOut, other, paused);
    }

    Formula withPausedTime() {
        return new Formula(subject, numerator, denominator, leftOut, divisor, true);
    }

    /** Numerator, denominator where it is of the same rows, and what is left out. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(numerator);
        if (divisor == Divisor.ROWS) {
            parts.add(denominator);
        }
        parts.addAll(leftOut);
        return parts;
    }

    boolean isStock() {
        return subject == Subject.STOCK;
    }
}
