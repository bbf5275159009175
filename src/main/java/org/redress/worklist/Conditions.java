package org.redress.worklist;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Port: FEEL as the engine understands it, for the conditions inside a form. */
public interface Conditions {

    /** @param expression FEEL without the leading "="; anything but true, also an error or null, is false */
    boolean isTrue(String expression, Map<String, Object> values);

    /**
     * What an expression gives: a String, Number, Boolean, List or Map; null also where it cannot be evaluated.
     *
     * @param expression FEEL without the leading "="
     */
    @Nullable Object value(String expression, Map<String, Object> values);

    /**
     * Whether the engine can read it at all; nothing is evaluated.
     *
     * @param expression FEEL without the leading "="
     */
    boolean isReadable(String expression);
}
