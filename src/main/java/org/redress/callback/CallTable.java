package org.redress.callback;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.callback.FollowUpCalls.CallAnswer;
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

    /** The open calls of one customer, in every campaign. */
    List<CallRow> openOf(long customerId) {
        return jdbc.sql(CallRow.SELECT + "where j.customer_id = :customer and c.state = 'OPEN' order by c.id").param("customer", customerId)
                .query(CallRow::of).list();
    }

    boolean notReached(long callId, int attempts, Instant retryAt, boolean promised) {
        return jdbc.sql("""
                update follow_up_call set attempts = :attempts, retry_at = :retryAt, promised = :promised, version = version + 1
                where id = :id and state = 'OPEN'""")
                .param("id", callId).param("attempts", attempts).param("retryAt", JobTable.offset(retryAt)).param("promised", promised)
                .update() == 1;
    }

    boolean reached(long callId, int attempts, CallAnswer answer, String agent, Instant now) {
        return jdbc.sql("""
                update follow_up_call
                set attempts = :attempts, retry_at = null, promised = false, appointment_kept = :appointmentKept, scale = :scale,
                    rating = :rating, suggestion = :suggestion, complaint = :complaint, summary = :summary,
                    agent = :agent, called_at = :now, version = version + 1
                where id = :id and state = 'OPEN' and called_at is null""")
                .param("id", callId).param("attempts", attempts).param("appointmentKept", answer.appointmentKept(), Types.BOOLEAN)
                .param("scale", answer.scale()).param("rating", answer.rating()).param("suggestion", answer.suggestion())
                .param("complaint", answer.complaint()).param("summary", answer.complaintSummary())
                .param("agent", agent).param("now", JobTable.offset(now)).update() == 1;
    }

    boolean close(long callId, CallState state, String outcome, @Nullable String caseNumber, Instant now) {
        return jdbc.sql("""
                update follow_up_call
                set state = :state, outcome = :outcome, case_number = :case, closed_at = :now, version = version + 1
                where id = :id and state = 'OPEN'""")
                .param("id", callId).param("state", state.name()).param("outcome", outcome).param("case", caseNumber)
                .param("now", JobTable.offset(now)).update() == 1;
    }

    void addAttempt(long callId, CallAttempt attempt) {
        jdbc.sql("""
                insert into call_attempt (call_id, at, agent, reached, retry_at, recording)
                values (:call, :at, :agent, :reached, :retryAt, :recording)""")
                .param("call", callId).param("at", JobTable.offset(attempt.at())).param("agent", attempt.agent())
                .param("reached", attempt.reached()).param("retryAt", JobTable.offset(attempt.retryAt())).param("recording", attempt.recording())
                .update();
    }

    /** Notes the recording of the newest attempt. */
    void recorded(long callId, String recording) {
        jdbc.sql("update call_attempt set recording = :recording where id = (select max(id) from call_attempt where call_id = :call)")
                .param("recording", recording).param("call", callId).update();
    }

    List<CallAttempt> attempts(long callId) {
        return jdbc.sql("select at, agent, reached, retry_at, recording from call_attempt where call_id = :call order by id")
                .param("call", callId)
                .query((row, number) -> new CallAttempt(CallRow.moment(row, "at"), row.getString("agent"), row.getBoolean("reached"),
                        CallRow.moment(row, "retry_at"), row.getString("recording")))
                .list();
    }

    /** Name of the thematic campaign a call belongs to; empty for the daily programme. */
    Optional<String> campaign(long callId) {
        return jdbc.sql("select g.name from campaign g join follow_up_call c on c.campaign_id = g.id where c.id = ?").param(callId).query(String.class)
                .optional();
    }
}
