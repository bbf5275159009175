package org.redress.insight;

import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.insight.BoardRow.Reading;
import org.redress.insight.BoardRow.Step;
import org.redress.insight.BoardRow.Work;
import org.redress.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Everything a board shows of a case {@code c} whose place on the page {@code p} is known, and how it becomes a {@link BoardRow}. */
@Component
class BoardRows {

    static final String COLUMNS = """
            c.number, c.version, c.state as case_state, c.severity, c.summary, c.complainant, c.place, c.team, c.owner,
            k.due_at as clock_due, k.started_at, k.paused_since, k.breached_at, s.stage, s.since_work, s.around, s.assignment, s.signing, s.work,
            s.waiting, s.review, s.recall, t.tasks, a.ladder_level, a.next_level, a.next_step_at, l.id as step_id, l.level as step_level,
            l.fired_at, l.recipients, l.acknowledged_by, l.acknowledged_at, g.marks,
            exists (select from supervision_order x where x.complaint_id = p.complaint_id and x.answered_at is null) as ordered,
            exists (select from extension_request x where x.complaint_id = p.complaint_id and x.decided_at is null) as extension_asked""";

    static final String JOINS = """
            left join case_clock k on k.complaint_id = p.complaint_id and k.kind = p.kind
            left join case_stage s on s.complaint_id = p.complaint_id
            left join lateral (select jsonb_agg(jsonb_build_object('id', t.id, 'version', t.version, 'key', t.task_key, 'en', t.name_en,
                'zh', t.name_zh, 'team', t.team, 'assignee', t.assignee, 'startBy', t.start_by) order by t.created_at, t.id) as tasks
                from open_task t where t.kind = 'CASE' and t.subject_id = p.complaint_id and t.%s) t on true
            left join lateral (select max(x.ladder_level) as ladder_level, min(x.next_step_at) as next_step_at,
                (array_agg(x.next_level order by x.next_step_at) filter (where x.next_step_at is not null))[1] as next_level
                from case_clock x where x.complaint_id = p.complaint_id and x.state in ('RUNNING', 'PAUSED')) a on true
            left join lateral (select * from ladder_step x where x.complaint_id = p.complaint_id order by x.id desc limit 1) l on true
            left join lateral (select array_agg(distinct x.kind) as marks from gaming_mark x where x.complaint_id = p.complaint_id) g on true""".formatted(BoardSql.OWN_STEP);

    private final ObjectMapper json;
    private final Hours hours;

    BoardRows(ObjectMapper json, Hours hours) {
        this.json = json;
        this.hours = hours;
    }

    BoardRow read(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        String kind = row.getString("kind");
        BoardState state = switch (row.getInt("rank")) {
            case 0 -> BoardState.BREACHED;
            case 1 -> BoardState.AT_RISK;
            case 2 -> BoardState.PAUSED;
            default -> BoardState.ON_TRACK;
        };
        Reading clock = kind == null ? null : new Reading(ClockKind.valueOf(kind), moment(row, "clock_due"), moment(row, "started_at"),
                optional(row, "paused_since"), optional(row, "breached_at"));
        return new BoardRow(row.getLong("complaint_id"), row.getString("number"), row.getInt("version"), state, clock,
                cause == null ? null : Stage.valueOf(cause), spent(row), row.getString("case_state"), row.getString("severity"),
                row.getString("summary"), row.getString("complainant"), row.getString("place"), row.getString("team"), row.getString("owner"),
                work(row.getString("tasks")), row.getInt("ladder_level"), row.getObject("next_level", Integer.class),
                optional(row, "next_step_at"), step(row), row.getBoolean("ordered"), row.getBoolean("extension_asked"), strings(row, "marks"));
    }

    private Map<Stage, Long> spent(ResultSet row) throws SQLException {
        Map<Stage, Long> spent = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            spent.put(stage, row.getLong(stage.column()));
        }
        String at = row.getString("stage");
        if (at != null) {
            long running = hours.minutes(hours.now(), row.getBoolean("around")) - row.getLong("since_work");
            spent.merge(Stage.valueOf(at), running, Long::sum);
        }
        spent.values().removeIf(minutes -> minutes <= 0);
        return spent;
    }

    private List<Work> work(@Nullable String tasks) {
        List<Work> work = new ArrayList<>();
        if (tasks == null) {
            return work;
        }
        try {
            for (JsonNode task : json.readTree(tasks)) {
                work.add(new Work(task.get("id").asText(), task.get("version").asInt(), task.get("key").asText(),
                        new Bilingual(task.get("en").asText(), task.get("zh").asText()), task.get("team").asText(),
                        task.get("assignee").isNull() ? null : task.get("assignee").asText(),
                        OffsetDateTime.parse(task.get("startBy").asText()).toInstant()));
            }
            return work;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The database does not give broken JSON", e);
        }
    }

    private static @Nullable Step step(ResultSet row) throws SQLException {
        return row.getObject("step_id") == null ? null : new Step(row.getLong("step_id"), row.getInt("step_level"), moment(row, "fired_at"),
                strings(row, "recipients"), row.getString("acknowledged_by"), optional(row, "acknowledged_at"));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
