package org.redress.callback;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Times promised to households (约定回访时间), each a clock: due some minutes after what was said, kept by a call until then. */
@Repository
class CallPromises {

    private final JdbcClient jdbc;
    private final CallSettings settings;

    CallPromises(JdbcClient jdbc, CallSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    void make(long callId, Instant now, String by, Instant promised) {
        jdbc.sql("""
                insert into call_promise (call_id, made_at, made_by, promised_at, due_at) values (:call, :now, :by, :promised, :due)""")
                .param("call", callId).param("now", JobTable.offset(now)).param("by", by).param("promised", JobTable.offset(promised))
                .param("due", JobTable.offset(promised.plus(settings.promiseGrace()))).update();
    }

    /** Somebody called: kept when that was in time. Nothing happens to a call without a promise. */
    void called(long callId, Instant now) {
        end("ended_at = :now, kept = due_at >= :now", callId, now);
    }

    /** The call ended without another attempt. @param broken false when the customer no longer wants to be called */
    void ended(long callId, Instant now, boolean broken) {
        end("ended_at = :now, kept = " + (broken ? "false" : "null"), callId, now);
    }

    private void end(String change, long callId, Instant now) {
        jdbc.sql("update call_promise set " + change + " where call_id = :call and ended_at is null")
                .param("now", JobTable.offset(now)).param("call", callId).update();
    }

    /** Promises that were due in a stretch of time. @param broken missed, or running and past due */
    record Kept(int kept, int broken) {
    }

    Kept kept(Instant from, Instant to, Instant now) {
        return jdbc.sql("""
                select count(*) filter (where kept) as kept,
                       count(*) filter (where kept = false or ended_at is null and due_at < :now) as broken
                from call_promise where due_at >= :from and due_at < :to""")
                .param("from", JobTable.offset(from)).param("to", JobTable.offset(to)).param("now", JobTable.offset(now))
                .query((row, number) -> new Kept(row.getInt("kept"), row.getInt("broken"))).single();
    }
}
