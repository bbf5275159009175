package org.redress.complaint;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the timeline of a case. */
@Component
class CaseTimeline {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CaseTimeline(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first. */
    List<TimelineEntry> of(long caseId) {
        return jdbc.sql("select id, at, actor, kind, internal, data::text as data from case_event where complaint_id = :id order by id desc")
                .param("id", caseId)
                .query((row, index) -> {
                    EventKind kind = EventKind.valueOf(row.getString("kind"));
                    return new TimelineEntry(row.getLong("id"), Db.moment(row, "at"), row.getString("actor"), kind.name(),
                            kind.group().name(), row.getBoolean("internal"), kind.args(), data(row.getString("data")));
                })
                .list();
    }

    @Nullable Instant last(long caseId, EventKind kind) {
        return jdbc.sql("select max(at) as at from case_event where complaint_id = :id and kind = :kind")
                .param("id", caseId).param("kind", kind.name())
                .query((row, index) -> Db.optionalMoment(row, "at")).list().get(0);
    }

    private Map<String, Object> data(String text) {
        try {
            return json.readValue(text, DATA);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The database does not give broken JSON", e);
        }
    }
}
