package org.redress.figure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One value of a figure with what it is made of.
 *
 * @param denominator 0 when there is nothing to divide by: then there is no share, neither 0 % nor anything else
 * @param leftOut     how many rows were left out and why, by code (message {@code figure.leftOut.<code>}); codes with none are not there
 * @param beside      what is told beside the value, by code (message {@code figure.beside.<code>}), such as minutes of paused time
 */
public record FigureValue(long numerator, long denominator, SortedMap<String, Long> leftOut, SortedMap<String, Long> beside) {

    public static final FigureValue EMPTY = new FigureValue(0, 0, new TreeMap<>());

    public FigureValue {
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        beside = Collections.unmodifiableSortedMap(new TreeMap<>(beside));
    }

    public FigureValue(long numerator, long denominator, SortedMap<String, Long> leftOut) {
        this(numerator, denominator, leftOut, new TreeMap<>());
    }

    /** Between 0 and 1 for shares; null when the denominator is 0. */
    public @Nullable Double share() {
        return denominator == 0 ? null : (double) numerator / denominator;
    }

    /** Null when the denominator is 0, or when the value is no share of it. */
    public @Nullable Interval interval() {
        return denominator <= 0 || numerator < 0 || numerator > denominator ? null : Interval.wilson(numerator, denominator);
    }
}
