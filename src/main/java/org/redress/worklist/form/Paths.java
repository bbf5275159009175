package org.redress.worklist.form;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Values under a dotted path, as form-js nests them. */
final class Paths {

    private Paths() {
    }

    static @Nullable Object get(Map<?, ?> values, String path) {
        Object found = values;
        for (String step : path.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    static void put(Map<String, Object> values, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            values.put(path, value);
            return;
        }
        Object inner = values.get(path.substring(0, dot));
        Map<String, Object> below = inner instanceof Map<?, ?> map ? new LinkedHashMap<>((Map<String, Object>) map) : new LinkedHashMap<>();
        values.put(path.substring(0, dot), below);
        put(below, path.substring(dot + 1), value);
    }

    static String join(String prefix, String path) {
        return prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + "." + path;
    }
}
