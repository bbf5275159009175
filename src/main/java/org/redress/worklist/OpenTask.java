package org.redress.worklist;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/** A row of open work as it stands in the database. Fields as in {@link OpenedTask} and {@link TaskSubject}. */
public record OpenTask(String id, int version, TaskKind kind, long subjectId, String subject, String key, Bilingual name, String form,
        String definitionId, String instanceId, String team, @Nullable String assignee, Set<String> excluded,
        @Nullable String severity, @Nullable String channel, @Nullable String caseTeam, @Nullable String customer,
        @Nullable String place, @Nullable String summary, Set<String> flags, Instant dueAt, Instant startBy, Instant criticalAt,
        boolean waiting, int workMinutes, Instant createdAt) {

    /** The same row in the hands of somebody. */
    public OpenTask heldBy(String username) {
        return new OpenTask(id, version, kind, subjectId, subject, key, name, form, definitionId, instanceId, team, username, excluded,
                severity, channel, caseTeam, customer, place, summary, flags, dueAt, startBy, criticalAt, waiting, workMinutes, createdAt);
    }
}
