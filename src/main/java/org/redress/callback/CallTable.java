package org.redress.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of follow_up_call and call_attempt. Every change is guarded: it answers false when the call was not open any more. */
@Repository
class CallTable {

    private final JdbcClient jdbc;

    CallTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CallRow> find(long callId) {
        return jdbc.sql(CallRow.SELECT + "where c.id = :id").param("id", callId).query(CallRow::of).optional();
    }

    /** The calls in the given order of ids; ids that are gone are left out. */
    List<CallRow> findAll(List<Long> callIds) {
        return jdbc.sql(CallRow.SELECT + "where c.id = any(:ids) order by array_position(:ids, c.id)")
                .param("ids", callIds.toArray(Long[]::new)).query(CallRow::of).list();
    }

    boolean notReached(long callId, int attempts, Instant retryAt, boolean promised) {
        return jdbc.sql("""
                update follow_up_call set attempts = :attempts, retry_at = :retryAt, promised = :promised, version = version + 1
                where id = :id and state = 'OPEN'""")
                .param("id", callId).param("attempts", attempts).param("retryAt", JobTable.offset(retryAt)).param("promised", promised)
                .update() == 1;
    }

    boolean reached(long callId, int attempts, FollowUpCalls.CallAnswer answer, String agent, Instant now) {
        return jdbc.sql("""
                update follow_up_call
                set attempts = :attempts, retry_at = null, promised = false, appointment_kept = :appointmentKept, scale = :scale, rating = :rating,
                    suggestion = :suggestion, complaint = :complaint, summary = :summary, agent = :agent, called_at = :now,
                    version = version + 1
                where id = :id and state = 'OPEN' and called_at is null""")
                .param("id", callId).param("attempts", attempts).param("appointmentKept", answer.appointmentKept())
                .param("scale", answer.scale()).param("rating", answer.rating()).param("suggestion", answer.suggestion())
                .param("complaint", answer.complaint()).param("summary", answer.complaintSummary()).param("agent", agent)
                .param("now", JobTable.offset(now)).update() == 1;
    }

    boolean close(long callId, String state, String outcome, @Nullable String caseNumber, Instant now) {
        return jdbc.sql("""
                update follow_up_call
                set state = :state, outcome = :outcome, case_number = :case, closed_at = :now, version = version + 1
                where id = :id and state = 'OPEN'""")
                .param("id", callId).param("state", state).param("outcome", outcome).param("case", caseNumber)
                .param("now", JobTable.offset(now)).update() == 1;
    }

    void addAttempt(long callId, CallAttempt attempt) {
        jdbc.sql("""
                insert into call_attempt (call_id, at, agent, reached, retry_at) values (:call, :at, :agent, :reached, :retryAt)""")
                .param("call", callId).param("at", JobTable.offset(attempt.at())).param("agent", attempt.agent())
                .param("reached", attempt.reached()).param("retryAt", JobTable.offset(attempt.retryAt())).update();
    }

    List<CallAttempt> attempts(long callId) {
        return jdbc.sql("select at, agent, reached, retry_at from call_attempt where call_id = :call order by id")
                .param("call", callId)
                .query((row, number) -> new CallAttempt(CallRow.moment(row, "at"), row.getString("agent"), row.getBoolean("reached"),
                        CallRow.moment(row, "retry_at")))
                .list();
    }
}
