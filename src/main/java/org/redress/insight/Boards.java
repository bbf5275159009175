package org.redress.insight;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Cursor;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is late and why, as far as the reader may see it; one SQL statement a page. */
@Service
public class Boards {

    private final JdbcClient jdbc;
    private final Hours hours;
    private final BoardScope scope;
    private final BoardRows rows;
    private final ObjectMapper json;

    Boards(JdbcClient jdbc, Hours hours, BoardScope scope, BoardRows rows, ObjectMapper json) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.scope = scope;
        this.rows = rows;
        this.json = json;
    }

    /** @param cursor what the page before gave as {@code next}, null for the first one */
    public BoardPage page(BoardFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor);
        BoardSql sql = new BoardSql(filter, scope.teams());
        Map<String, Object> params = params(sql);
        String statement = sql.page(after, limit + 1);
        if (after != null) {
            params.put("afterAt", BoardMarks.at(after.at()));
            params.put("afterId", id(after));
        }
        Read read = new Read();
        jdbc.sql(statement).params(params).query(read::row);
        if (read.rows.size() <= limit && sql.hasTail()) {
            String tail = sql.tail(after, limit + 1 - read.rows.size());
            jdbc.sql(tail).params(params).query(read::caseOnly);
        }
        boolean more = read.rows.size() > limit;
        List<BoardRow> page = List.copyOf(more ? read.rows.subList(0, limit) : read.rows);
        BoardRow last = more ? page.get(limit - 1) : null;
        return new BoardPage(read.numbers(), page, last == null ? null : new Cursor(place(last), String.valueOf(last.id())).encode());
    }

    public BoardNumbers numbers(BoardFilter filter) {
        BoardSql sql = new BoardSql(filter, scope.teams());
        Read read = new Read();
        jdbc.sql(sql.counts()).params(params(sql)).query(read::numbersOnly);
        return read.numbers();
    }

    private Map<String, Object> params(BoardSql sql) {
        Instant now = hours.now();
        Map<String, Object> params = sql.params();
        params.put("now", BoardMarks.at(now));
        params.put("tonight", BoardMarks.at(hours.tonight()));
        params.put("nowWork", hours.minutes(now, false));
        params.put("nowAround", hours.minutes(now, true));
        return params;
    }

    private static Instant place(BoardRow row) {
        BoardRow.Reading clock = row.clock();
        return clock == null ? BoardSql.NEVER : clock.dueAt();
    }

    private static long id(Cursor cursor) {
        try {
            return Long.parseLong(cursor.id());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("shared.problem.cursor");
        }
    }

    private Map<Stage, Integer> causes(JsonNode counted, int rank) {
        Map<Stage, Integer> causes = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            JsonNode number = counted.get(stage + "." + rank);
            if (number != null) {
                causes.put(stage, number.asInt());
            }
        }
        return causes;
    }

    /** Collects the rows of the one statement. */
    private final class Read {

        private final List<BoardRow> rows = new ArrayList<>();
        private @Nullable BoardNumbers numbers;

        void row(ResultSet row) throws SQLException {
            numbersOnly(row);
            caseOnly(row);
        }

        void caseOnly(ResultSet row) throws SQLException {
            if (row.getString("number") != null) {
                rows.add(Boards.this.rows.read(row));
            }
        }

        void numbersOnly(ResultSet row) throws SQLException {
            if (numbers == null) {
                JsonNode counted = read(row.getString("causes"));
                numbers = new BoardNumbers(row.getInt("open"), row.getInt("breached"), row.getInt("at_risk"), row.getInt("paused"),
                        row.getInt("tonight"), row.getInt("unassigned"), causes(counted, 0), causes(counted, 1));
            }
        }

        BoardNumbers numbers() {
            if (numbers == null) {
                throw new IllegalStateException("counts are one row at least");
            }
            return numbers;
        }

        private JsonNode read(String text) {
            try {
                return json.readTree(text);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("The database does not give broken JSON", e);
            }
        }
    }
}
