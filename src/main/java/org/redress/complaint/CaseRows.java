package org.redress.complaint;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockState;
import org.redress.deadline.Severity;

/** Reads a case and its clocks out of one row. */
final class CaseRows {

    static final String COLUMNS = """
            c.id, c.number, c.version, c.state, c.severity, c.severity_rule, c.channel, c.received_at, c.complainant, c.place, c.summary,
            c.category, c.team, c.owner, c.handler, c.reopen_count, c.hand_over_count, c.verdict, c.remedies, c.repeat_of, c.segment,
            c.safety, c.media, (select jsonb_agg(k order by k.due_at) from case_clock k where k.complaint_id = c.id) as clocks""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseRows() {
    }

    static CaseListRow row(ResultSet row, int index) throws SQLException {
        Channel channel = Channel.valueOf(row.getString("channel"));
        List<String> flags = new ArrayList<>();
        flag(flags, "REPEAT", Db.optionalLong(row, "repeat_of") != null);
        flag(flags, "OUTSIDE", channel.isOutside());
        flag(flags, "VIP", "VIP".equals(row.getString("segment")));
        flag(flags, "SAFETY", row.getBoolean("safety"));
        flag(flags, "MEDIA", row.getBoolean("media"));
        flag(flags, "REOPENED", row.getInt("reopen_count") > 0);
        String verdict = row.getString("verdict");
        return new CaseListRow(row.getLong("id"), row.getString("number"), row.getInt("version"),
                CaseState.valueOf(row.getString("state")), Severity.valueOf(row.getString("severity")), row.getString("severity_rule"),
                channel, Db.moment(row, "received_at"), row.getString("complainant"), row.getString("place"), row.getString("summary"),
                row.getString("category"), row.getString("team"), row.getString("owner"), row.getString("handler"),
                row.getInt("reopen_count"), row.getInt("hand_over_count"), verdict == null ? null : Verdict.valueOf(verdict),
                Db.texts(row, "remedies").stream().map(Remedy::valueOf).toList(), flags, clocks(row.getString("clocks")));
    }

    private static List<ClockRow> clocks(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try {
            List<ClockRow> clocks = new ArrayList<>();
            for (JsonNode clock : JSON.readTree(text)) {
                Instant started = moment(clock, "started_at");
                Instant due = moment(clock, "due_at");
                if (started != null && due != null) {
                    clocks.add(new ClockRow(ClockKind.valueOf(clock.get("kind").asText()), ClockState.valueOf(clock.get("state").asText()),
                            started, due, moment(clock, "paused_since"), clock.get("paused_minutes").asInt(), moment(clock, "breached_at"),
                            clock.get("ladder_level").asInt()));
                }
            }
            return clocks;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The database does not give broken JSON", e);
        }
    }

    private static @Nullable Instant moment(JsonNode clock, String field) {
        JsonNode value = clock.get(field);
        return value == null || value.isNull() ? null : OffsetDateTime.parse(value.asText()).toInstant();
    }

    private static void flag(List<String> flags, String name, boolean on) {
        if (on) {
            flags.add(name);
        }
    }
}
