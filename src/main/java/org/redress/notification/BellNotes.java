package org.redress.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes in people's bells. */
@Repository
class BellNotes {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final MessageSettings settings;
    private final Clock clock;

    BellNotes(JdbcClient jdbc, ObjectMapper json, MessageSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** Up to the given number, so that it costs the same however many there are. */
    int unread(String username, int most) {
        return jdbc.sql("select count(*) from (select 1 from bell_note where username = ? and read_at is null limit ?) as counted")
                .params(username, most).query(Integer.class).single();
    }

    /** The newest first. @param before id of the last one seen, null for the first page */
    List<Note> list(String username, boolean unreadOnly, @Nullable Long before, int limit) {
        return jdbc.sql("""
                select * from bell_note where username = ? and id < ? %s order by id desc limit ?"""
                .formatted(unreadOnly ? "and read_at is null" : ""))
                .params(username, before == null ? Long.MAX_VALUE : before, limit).query(this::note).list();
    }

    Optional<Note> find(String username, long id) {
        return jdbc.sql("select * from bell_note where username = ? and id = ?").params(username, id).query(this::note).optional();
    }

    /** @param upTo id of the newest note the person has seen; @return how many were not read before */
    int readUpTo(String username, long upTo) {
        return jdbc.sql("update bell_note set read_at = ? where username = ? and id <= ? and read_at is null")
                .params(Timestamp.from(clock.instant()), username, upTo).update();
    }

    /** @return whether it was the other way round before */
    boolean mark(String username, long id, boolean read) {
        return jdbc.sql("update bell_note set read_at = ? where username = ? and id = ? and (read_at is null) = ?")
                .params(read ? Timestamp.from(clock.instant()) : null, username, id, read).update() == 1;
    }

    int forget() {
        return jdbc.sql("delete from bell_note where read_at < ?").param(Timestamp.from(clock.instant().minus(settings.keep()))).update();
    }

    private Note note(ResultSet row, int index) throws SQLException {
        try {
            var read = row.getTimestamp("read_at");
            return new Note(row.getLong("id"), row.getString("template"), json.readValue(row.getString("filled"), VALUES), row.getString("case_number"),
                    row.getBoolean("urgent"), row.getTimestamp("at").toInstant(), read == null ? null : read.toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Note " + row.getLong("id") + " cannot be read", e);
        }
    }

    /** @param readAt null while it is not read */
    record Note(long id, String template, Map<String, String> filled, @Nullable String caseNumber, boolean urgent, Instant at, @Nullable Instant readAt) {
    }
}
