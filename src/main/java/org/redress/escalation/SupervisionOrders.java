package org.redress.escalation;

import java.time.Instant;
import java.util.Optional;

import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Supervision orders (督办单) and their answers. */
@Component
class SupervisionOrders {

    private final JdbcClient jdbc;

    SupervisionOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(long caseId, long stepId, String source, int level, String by, Instant at, String reason) {
        return jdbc.sql("""
                insert into supervision_order (complaint_id, step_id, source, level, ordered_by, ordered_at, reason)
                values (:caseId, :step, :source, :level, :by, :at, :reason) returning id""")
                .param("caseId", caseId).param("step", stepId).param("source", source).param("level", level).param("by", by)
                .param("at", LadderSteps.at(at)).param("reason", reason).query(Long.class).single();
    }

    /** An order that waits for its answer. */
    Optional<Long> open(long caseId) {
        return jdbc.sql("select id from supervision_order where complaint_id = :id and answered_at is null limit 1").param("id", caseId)
                .query(Long.class).optional();
    }

    /** What was ordered with a step; empty for a step that is no order. */
    Optional<Order> ofStep(long stepId) {
        return jdbc.sql("select ordered_by, reason from supervision_order where step_id = :id order by id limit 1").param("id", stepId)
                .query((row, index) -> new Order(row.getString("ordered_by"), row.getString("reason"))).optional();
    }

    /** Who wants an answer, and why. */
    record Order(String by, String reason) {
    }

    int countOf(long caseId) {
        return jdbc.sql("select count(*) from supervision_order where complaint_id = :id").param("id", caseId).query(Integer.class).single();
    }

    /** @return the case it is about; @throws Problem 409 when it was answered before */
    long answer(long orderId, String by, Instant at, String action, String answer) {
        return jdbc.sql("""
                update supervision_order set answered_by = :by, answered_at = :at, action = :action, answer = :answer
                where id = :id and answered_at is null returning complaint_id""")
                .param("by", by).param("at", LadderSteps.at(at)).param("action", action).param("answer", answer).param("id", orderId)
                .query(Long.class).optional().orElseThrow(() -> Problem.conflict("escalation.problem.orderAnswered"));
    }

    /** Orders and requests for more time that nobody answered before the case ended. @return whether there were any */
    boolean lapse(long caseId, Instant at) {
        return jdbc.sql("""
                with lapsed as (update supervision_order set answered_by = 'system', answered_at = :at, action = 'LAPSED'
                        where complaint_id = :id and answered_at is null returning 1),
                    undecided as (update extension_request set decided_by = 'system', decided_at = :at, decision = 'LAPSED'
                        where complaint_id = :id and decided_at is null returning 1)
                select exists (select from lapsed union all select from undecided)""")
                .param("id", caseId).param("at", LadderSteps.at(at)).query(Boolean.class).single();
    }
}
