package org.redress.studio;

import java.time.Instant;

/**
 * A change (变更): drafts of files that go out together.
 *
 * @param files     how many files it touches
 * @param createdBy username
 * @param changedAt when a file, the title or the state was last changed
 */
public record Change(long id, String title, String note, ChangeState state, int files, String createdBy, Instant createdAt, Instant changedAt) {

    /** Whether its files may be edited. */
    public boolean isOpen() {
        return state == ChangeState.OPEN;
    }
}
