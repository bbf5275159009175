package org.redress.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One line, one statement. The table itself refuses to change or lose a line. */
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
        var actor = current.get();
        jdbc.sql("""
                insert into audit_entry (at, actor, origin, act, subject, subject_id, change)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .param(Timestamp.from(clock.instant())).param(actor.username()).param(actor.origin())
                .param(act).param(subject).param(subjectId).param(text(change)).update();
    }

    private String text(Map<String, ?> change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The change of an audit line must be plain values: " + change, e);
        }
    }
}
