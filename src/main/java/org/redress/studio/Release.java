package org.redress.studio;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A release (发布): a whole set of models, asked for, approved and in force as one.
 *
 * @param number      in the order in which they came into force; null while it is not
 * @param change      the change it releases, null when it does not come from one
 * @param fingerprint SHA-256 over names and contents of its files: what an approval approves
 * @param basedOn     id of the release that was in force when it was asked for; null for the first one
 * @param decidedBy   who approved, refused or withdrew it
 * @param reason      why it was refused, or a message key of why it failed
 * @param notBefore   comes into force then at the earliest; null for at once
 * @param notAfter    fails when it is not in force by then; null for no limit
 * @param deployment  id in the engine
 */
public record Release(long id, @Nullable Integer number, ReleaseKind kind, ReleaseState state, @Nullable Long change, String title, String note,
        String versionTag, String fingerprint, @Nullable Long basedOn, String askedBy, Instant askedAt, @Nullable String decidedBy, @Nullable Instant decidedAt,
        @Nullable String reason, @Nullable Instant notBefore, @Nullable Instant notAfter, @Nullable String deployment, @Nullable Instant releasedAt) {

    /** Whether it is, or was, in force. */
    public boolean isReleased() {
        return state == ReleaseState.RELEASED;
    }

    /** Address of its page. */
    public String path() {
        if (number != null) {
            return "/designer/releases/" + number;
        }
        return change == null ? "/designer/releases/requests/" + id : "/designer/changes/" + change + "/release";
    }
}
