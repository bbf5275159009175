package org.redress.process.studio.table;

import org.jspecify.annotations.Nullable;

/** The engine's own answer to whether a value fits the cell of a table. */
@FunctionalInterface
public interface UnaryTests {

    /** @param value a String, Number, Boolean, LocalDateTime, or null for nothing */
    boolean fits(String condition, @Nullable Object value);
}
