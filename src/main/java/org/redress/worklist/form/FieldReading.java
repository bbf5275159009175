package org.redress.worklist.form;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;

/** What became of one submitted value: typed, empty (null), or a problem. */
record FieldReading(@Nullable Object value, @Nullable String problem, List<Object> args) {

    static final FieldReading EMPTY = new FieldReading(null, null, List.of());

    static FieldReading of(Object value) {
        return new FieldReading(value, null, List.of());
    }

    /** @param args after the label, which is always the first argument of the sentence */
    static FieldReading problem(String key, Object... args) {
        return new FieldReading(null, key, List.of(args));
    }

    FieldProblem problemOf(String path, String label) {
        Object[] all = new Object[args.size() + 1];
        all[0] = label;
        for (int i = 0; i < args.size(); i++) {
            all[i + 1] = args.get(i);
        }
        return FieldProblem.of(path, "worklist.form." + problem, all);
    }
}
