package org.redress.escalation;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for more time (延期申请); one at a time for a case. */
@Component
class ExtensionRequests {

    private final JdbcClient jdbc;

    ExtensionRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Request(long caseId, String askedBy, Instant until, String reason, @Nullable String decision, @Nullable String decisionReason) {
    }

    boolean waits(long caseId) {
        return jdbc.sql("select exists (select from extension_request where complaint_id = :id and decided_at is null)").param("id", caseId)
                .query(Boolean.class).single();
    }

    long insert(long caseId, String by, Instant at, Instant until, String reason) {
        return jdbc.sql("""
                insert into extension_request (complaint_id, clock, asked_by, asked_at, until, reason)
                values (:caseId, 'RESOLVE', :by, :at, :until, :reason) returning id""")
                .param("caseId", caseId).param("by", by).param("at", LadderSteps.at(at)).param("until", LadderSteps.at(until))
                .param("reason", reason).query(Long.class).single();
    }

    Request find(long id) {
        return jdbc.sql("select complaint_id, asked_by, until, reason, decision, decision_reason from extension_request where id = :id").param("id", id)
                .query((row, index) -> new Request(row.getLong("complaint_id"), row.getString("asked_by"),
                        row.getObject("until", OffsetDateTime.class).toInstant(), row.getString("reason"), row.getString("decision"),
                        row.getString("decision_reason"))).single();
    }

    /** @throws Problem 409 when it was decided before */
    void decide(long id, String by, Instant at, String decision, String reason) {
        int rows = jdbc.sql("""
                update extension_request set decided_by = :by, decided_at = :at, decision = :decision, decision_reason = :reason
                where id = :id and decided_at is null""")
                .param("by", by).param("at", LadderSteps.at(at)).param("decision", decision).param("reason", reason).param("id", id).update();
        if (rows != 1) {
            throw Problem.conflict("escalation.problem.extensionDecided");
        }
    }
}
