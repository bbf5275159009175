package org.redress.worklist;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One page of a work list.
 *
 * @param rows       in the order of work: group, then latest safe start
 * @param counts     rows of each group under the filter, whichever group is chosen
 * @param unfiltered rows of the scope without the filter, those that wait left out
 * @param next       cursor of the next page, null on the last one
 */
public record WorkPage(List<Row> rows, Map<WorkGroup, Count> counts, Count unfiltered, @Nullable String next) {

    /** Nobody reads more than this; counting on would cost more than it tells. */
    public static final int CAP = 500;

    public record Row(OpenTask task, WorkGroup group) {
    }

    /**
     * How many rows there are.
     *
     * @param more the count stopped: there may be further rows
     */
    public record Count(int number, boolean more) {

        Count plus(Count other) {
            return new Count(number + other.number, more || other.more);
        }
    }

    /** @param groups none means all */
    public Count total(Set<WorkGroup> groups) {
        return counts.entrySet().stream().filter(entry -> groups.isEmpty() || groups.contains(entry.getKey())).map(Map.Entry::getValue)
                .reduce(new Count(0, false), Count::plus);
    }
}
