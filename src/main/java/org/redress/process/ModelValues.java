package org.redress.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;

import org.jspecify.annotations.Nullable;

/** Values a process may carry: plain ones only, nothing that would have to be serialised. */
final class ModelValues {

    private ModelValues() {
    }

    static boolean isSimple(@Nullable Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Number || value instanceof Instant;
    }

    static Object simple(Object value) {
        if (value instanceof Instant moment) {
            return Date.from(moment);
        }
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        return value;
    }
}
