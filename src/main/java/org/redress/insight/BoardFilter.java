package org.redress.insight;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which cases a board shows; null and false where a filter is off.
 *
 * @param states     none means all open cases
 * @param unassigned only those whose work nobody holds
 * @param tonight    only those that are not late yet and will be by the end of the day
 * @param marked     only those with a gaming mark
 * @param numbers    only these cases; none means any
 */
public record BoardFilter(Set<BoardState> states, @Nullable Stage cause, @Nullable String severity, @Nullable String team,
        boolean unassigned, boolean tonight, boolean marked,
        Set<String> numbers) {

    public BoardFilter {
        states = Set.copyOf(states);
        numbers = Set.copyOf(numbers);
    }


    /** Late, or three quarters on the way. */
    public static final BoardFilter PRESSING = new BoardFilter(EnumSet.of(BoardState.BREACHED, BoardState.AT_RISK), null, null, null, false,
            false, false, Set.of());

    public static final BoardFilter ALL = new BoardFilter(Set.of(), null, null, null, false, false, false, Set.of());

    /** These cases, however they stand. */
    public static BoardFilter of(Set<String> numbers) {
        return new BoardFilter(Set.of(), null, null, null, false, false, false, numbers);
    }

    public boolean has(BoardState state) {
        return states.isEmpty() || states.contains(state);
    }
}
