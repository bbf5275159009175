package org.redress.access;

import java.time.Instant;
import java.util.Map;

/** A line of the audit trail as a page shows it. */
public record AuditLine(long id, Instant at, String actor, String origin, String act, String subject, String subjectId,
        Map<String, Object> change) {
}
