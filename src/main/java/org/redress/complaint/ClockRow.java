package org.redress.complaint;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockState;

/** A clock of a case as its ledger was last read; minutes are whole. */
public record ClockRow(ClockKind kind, ClockState state, Instant startedAt, Instant dueAt, @Nullable Instant pausedSince,
        int pausedMinutes, @Nullable Instant breachedAt, int ladderLevel) {
}
