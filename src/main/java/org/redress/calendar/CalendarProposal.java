package org.redress.calendar;

import java.time.Instant;
import java.util.Map;

/**
 * What a version of the calendar would move of what runs, for a person to decide on.
 *
 * @param counts clocks by where they stand
 */
public record CalendarProposal(long id, int version, String reason, String proposedBy, Instant proposedAt, Map<MoveState, Integer> counts) {

    public CalendarProposal {
        counts = Map.copyOf(counts);
    }

    public int count(MoveState state) {
        return counts.getOrDefault(state, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether decided moves are still being carried out. */
    public boolean running() {
        return count(MoveState.CHOSEN) + count(MoveState.RETURNING) > 0;
    }

    public int waiting() {
        return count(MoveState.CHOSEN) + count(MoveState.RETURNING);
    }

    /** Whether something is left to decide. */
    public boolean open() {
        return count(MoveState.OPEN) > 0;
    }

    public boolean undoable() {
        return count(MoveState.DONE) + count(MoveState.DROPPED) > 0;
    }
}
