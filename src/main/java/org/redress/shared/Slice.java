package org.redress.shared;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is paged by key.
 *
 * @param next cursor of the next page, null on the last one
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Cuts a list read with {@code limit + 1} rows. */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Slice<>(List.copyOf(rows), null);
        }
        List<T> page = List.copyOf(rows.subList(0, limit));
        return new Slice<>(page, cursor.apply(page.get(limit - 1)));
    }
}
