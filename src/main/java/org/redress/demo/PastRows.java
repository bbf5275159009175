package org.redress.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as one JSON text, for {@code jsonb_to_recordset}: thousands go into the database in one statement. */
final class PastRows {

    private final ObjectMapper json;

    PastRows(ObjectMapper json) {
        this.json = json;
    }

    /** @param pairs name, value, name, value…; what is null is left out */
    static Map<String, Object> row(@Nullable Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                row.put((String) pairs[i], value instanceof Instant || value instanceof Enum<?> ? value.toString() : value);
            }
        }
        return row;
    }

    String text(Collection<Map<String, Object>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain maps are always JSON", e);
        }
    }
}
