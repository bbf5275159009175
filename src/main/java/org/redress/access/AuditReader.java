package org.redress.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit trail, the newest line first: one statement a page, however long the trail has grown. */
@Component
public class AuditReader {

    private static final TypeReference<Map<String, Object>> CHANGE = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AuditReader(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param before id of the last line already seen, null or blank for the first page
     * @throws Problem 400 when {@code before} is no id
     */
    public Slice<AuditLine> read(AuditFilter filter, @Nullable String before, int limit) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        want(where, values, "actor = ?", filter.actor());
        want(where, values, "subject = ?", filter.subject());
        want(where, values, "subject_id = ?", filter.subjectId());
        want(where, values, "act = ?", filter.act());
        want(where, values, "at >= ?", timestamp(filter.from()));
        want(where, values, "at < ?", timestamp(filter.to()));
        want(where, values, "id < ?", id(before));
        values.add(limit + 1);
        var rows = jdbc.sql("select * from audit_entry" + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                + " order by id desc limit ?").params(values).query(this::line).list();
        return Slice.of(rows, limit, line -> String.valueOf(line.id()));
    }

    private static void want(List<String> where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            values.add(value);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Long id(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("shared.problem.cursor");
        }
    }

    private AuditLine line(ResultSet row, int index) throws SQLException {
        try {
            return new AuditLine(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("actor"), row.getString("origin"),
                    row.getString("act"), row.getString("subject"), row.getString("subject_id"),
                    json.readValue(row.getString("change"), CHANGE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Audit line " + row.getLong("id") + " cannot be read", e);
        }
    }
}
