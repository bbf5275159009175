package org.redress.worklist;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One page of a work list.
 *
 * @param rows       in the order of work: group, then latest safe start
 * @param counts     rows of each group under the filter, at most {@link #CAP} + 1
 * @param unfiltered rows of the scope without the filter, at most {@link #CAP} + 1
 * @param next       cursor of the next page, null on the last one
 */
public record WorkPage(List<Row> rows, Map<WorkGroup, Integer> counts, int unfiltered, @Nullable String next) {

    /** Nobody reads more than this; counting on would cost more than it tells. */
    public static final int CAP = 500;

    public record Row(OpenTask task, WorkGroup group) {
    }

    /** All rows under the filter; a lower bound when {@link #isCapped()}. */
    public int total() {
        return counts.values().stream().mapToInt(count -> Math.min(count, CAP)).sum();
    }

    public boolean isCapped() {
        return counts.values().stream().anyMatch(count -> count > CAP);
    }
}
