package org.redress.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit trail are wanted; null = all.
 *
 * @param subjectId number or id as people know it
 * @param from      first moment
 * @param to        first moment no longer wanted
 */
public record AuditFilter(@Nullable String actor, @Nullable String subject, @Nullable String subjectId, @Nullable String act,
        @Nullable Instant from, @Nullable Instant to) {
}
