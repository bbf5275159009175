package org.redress.worklist;

import java.util.Map;

/** Port: FEEL as the engine understands it, for the conditions inside a form. */
public interface Conditions {

    /** @param expression FEEL without the leading "="; anything but true, also an error or null, is false */
    boolean isTrue(String expression, Map<String, Object> values);
}
