package org.redress.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All lines of one transaction in one statement, just before its commit. The table itself refuses to change or lose a line. */
@Component
class JdbcAuditTrail implements AuditTrail {

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final ObjectMapper json;
    private final Clock clock;

    JdbcAuditTrail(JdbcClient jdbc, CurrentActor current, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(String act, String subject, String subjectId, Map<String, ?> change) {
        var line = line(act, subject, subjectId, change);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            write(List.of(line));
            return;
        }
        var lines = (Lines) TransactionSynchronizationManager.getResource(this);
        if (lines == null) {
            lines = new Lines();
            TransactionSynchronizationManager.registerSynchronization(lines);
            TransactionSynchronizationManager.bindResource(this, lines);
        }
        lines.add(line);
    }

    private Map<String, Object> line(String act, String subject, String subjectId, Map<String, ?> change) {
        var actor = current.get();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.instant().toString());
        line.put("actor", actor.username());
        line.put("origin", actor.origin());
        line.put("act", act);
        line.put("subject", subject);
        line.put("subject_id", subjectId);
        // As it is now: the caller's map may change before the commit.
        line.put("change", json.valueToTree(change));
        return line;
    }

    private void write(List<Map<String, Object>> lines) {
        jdbc.sql("""
                insert into audit_entry (at, actor, origin, act, subject, subject_id, change)
                select cast(x.line ->> 'at' as timestamptz), x.line ->> 'actor', x.line ->> 'origin', x.line ->> 'act', x.line ->> 'subject',
                    x.line ->> 'subject_id', x.line -> 'change'
                from jsonb_array_elements(cast(? as jsonb)) with ordinality as x(line, n)
                order by x.n""")
                .param(text(lines)).update();
    }

    private String text(List<Map<String, Object>> lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The change of an audit line must be plain values: " + lines, e);
        }
    }

    /** What the running transaction has to tell; lost with it when it is rolled back. */
    private final class Lines implements TransactionSynchronization {

        private final List<Map<String, Object>> waiting = new ArrayList<>();
        private boolean late;

        void add(Map<String, Object> line) {
            if (late) {
                write(List.of(line));
            } else {
                waiting.add(line);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(JdbcAuditTrail.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(JdbcAuditTrail.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            late = true;
            write(waiting);
            waiting.clear();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(JdbcAuditTrail.this);
        }
    }
}
