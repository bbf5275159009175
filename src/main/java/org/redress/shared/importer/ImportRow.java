package org.redress.shared.importer;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One row of a file as the mapping understands it.
 *
 * @param line   line of the file on which the row begins, from 1
 * @param key    what the source calls the thing, unique in the source
 * @param values fields of the target; a field without a value is not there
 */
public record ImportRow(int line, String key, Map<String, Object> values) {

    public ImportRow {
        values = Map.copyOf(values);
    }

    public @Nullable String text(String field) {
        return (String) values.get(field);
    }

    public @Nullable Instant moment(String field) {
        return (Instant) values.get(field);
    }

    public @Nullable Integer number(String field) {
        return (Integer) values.get(field);
    }

    /** False where nothing is said. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        String name = text(field);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
