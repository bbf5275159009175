package org.redress.complaint;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A line of the timeline that is about to be written. */
record CaseEvent(EventKind kind, Instant at, String actor, Map<String, Object> data) {

    /** @param values in the order of {@link EventKind#args()}; what is null is left out */
    static CaseEvent of(EventKind kind, Instant at, String actor, @Nullable Object... values) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                data.put(kind.args().get(i), value instanceof Number || value instanceof Boolean ? value : value.toString());
            }
        }
        return new CaseEvent(kind, at, actor, data);
    }
}
