package org.redress.studio;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One file of a change (草稿).
 *
 * @param base      SHA-256 of what was in force when the designer began, null for a new file
 * @param content   SHA-256 of what it is now, null when the file is to go
 * @param revision  counts up with each save; whoever saves tells which one they saw
 * @param heldBy    who has it open for editing, null for nobody
 * @param heldUntil until when nobody else may edit without taking it over
 */
public record Draft(long change, String file, @Nullable String base, @Nullable String content, int revision, String changedBy, Instant changedAt,
        @Nullable String heldBy, @Nullable Instant heldUntil) {

    /** Who edits it at this moment, null when it is free. */
    public @Nullable String holder(Instant now) {
        return heldUntil == null || heldUntil.isBefore(now) ? null : heldBy;
    }
}
