package org.redress.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseClocks.NextStep;
import org.redress.complaint.ComplaintLifecycle.PathStep;
import org.redress.deadline.Budget;
import org.redress.deadline.CalendarInForce;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockReading;
import org.redress.deadline.LedgerEntry;
import org.redress.deadline.Severity;
import org.redress.shared.RacedProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes everything that one transaction did to a case in one statement: facts, timeline, ledger, clocks, answers, path. */
@Component
class CaseWriter {

    private static final String EVENTS = """
            event as (insert into case_event (complaint_id, at, actor, kind, internal, data)
                select :id, x.at, x.actor, x.kind, x.internal, x.data
                from jsonb_to_recordset(cast(:events as jsonb)) as x(at timestamptz, actor text, kind text, internal boolean, data jsonb))""";
    private static final String LEDGER = """
            ledger as (insert into clock_entry (complaint_id, kind, at, what, severity, amount, unit, limit_at, note, calendar,
                    calendar_area, calendar_kind, actor)
                select :id, x.kind, x.at, x.what, x.severity, x.amount, x.unit, x.limit_at, x.note, x.calendar, x.calendar_area,
                    x.calendar_kind, :actor
                from jsonb_to_recordset(cast(:ledger as jsonb)) as x(kind text, at timestamptz, what text, severity text, amount integer,
                    unit text, limit_at timestamptz, note text, calendar integer, calendar_area text, calendar_kind text)),
            reading as (insert into case_clock (complaint_id, kind, state, started_at, due_at, critical_at, risk_at, paused_since,
                    paused_minutes, breached_at, stopped_at, ladder_level, round, next_level, next_step_at)
                select :id, x.kind, x.state, x.started_at, x.due_at, x.critical_at, x.risk_at, x.paused_since, x.paused_minutes,
                    x.breached_at, x.stopped_at,
                    x.ladder_level, x.round, x.next_level, x.next_step_at
                from jsonb_to_recordset(cast(:clocks as jsonb)) as x(kind text, state text, started_at timestamptz, due_at timestamptz,
                    critical_at timestamptz, risk_at timestamptz, paused_since timestamptz, paused_minutes integer, breached_at timestamptz, stopped_at timestamptz,
                    ladder_level integer, round integer, next_level integer, next_step_at timestamptz)
                on conflict (complaint_id, kind) do update set state = excluded.state, started_at = excluded.started_at,
                    due_at = excluded.due_at, critical_at = excluded.critical_at, risk_at = excluded.risk_at,
                    paused_since = excluded.paused_since,
                    paused_minutes = excluded.paused_minutes, breached_at = excluded.breached_at, stopped_at = excluded.stopped_at,
                    ladder_level = excluded.ladder_level, round = excluded.round, next_level = excluded.next_level,
                    next_step_at = excluded.next_step_at)""";
    private static final String ANSWERS = """
            answer as (insert into case_answer (complaint_id, task_key, at, actor, answers)
                select :id, x.task_key, x.at, x.actor, x.answers
                from jsonb_to_recordset(cast(:answers as jsonb)) as x(task_key text, at timestamptz, actor text, answers jsonb))""";
    private static final String PATH = """
            step as (select * from jsonb_to_recordset(cast(:path as jsonb)) as x(definition_id text, instance_id text, element_id text,
                    entered_at timestamptz, left_at timestamptz, canceled boolean)),
            gone as (update case_path p set left_at = s.left_at, canceled = s.canceled from step s
                where s.entered_at is null and p.instance_id = s.instance_id and p.left_at is null),
            here as (insert into case_path (complaint_id, definition_id, instance_id, element_id, entered_at, left_at, canceled)
                select :id, s.definition_id, s.instance_id, s.element_id, s.entered_at, s.left_at, s.canceled
                from step s where s.entered_at is not null)""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CaseWriter(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws Problem 409 when somebody else has written the case meanwhile */
    void write(CaseRecord record) {
        List<String> parts = new ArrayList<>();
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("id", record.facts().id());
        add(parts, params, EVENTS, "events", record.events().stream().map(this::event).toList());
        List<LedgerEntry> fresh = record.clocks().fresh();
        if (!record.clocks().touched().isEmpty()) {
            parts.add(LEDGER);
            params.put("ledger", text(fresh.stream().map(this::entry).toList()));
            params.put("actor", record.actor());
            params.put("clocks", text(record.clocks().touched().stream().map(kind -> clock(record, kind)).toList()));
        }
        add(parts, params, ANSWERS, "answers", record.answers().stream().map(this::answer).toList());
        add(parts, params, PATH, "path", record.path().stream().map(this::step).toList());
        String with = parts.isEmpty() ? "" : "with " + String.join(",\n", parts) + "\n";
        if (!record.isGuarded()) {
            bind(jdbc.sql(with + "select 1"), params).query(Integer.class).single();
            record.stored(record.version());
            return;
        }
        String columns = record.changes().keySet().stream().map(column -> column + " = :c_" + column + ", ").collect(Collectors.joining());
        record.changes().forEach((column, value) -> params.put("c_" + column, Db.value(value)));
        params.put("version", record.version());
        int rows = bind(jdbc.sql(with + "update complaint set " + columns + "version = version + 1 where id = :id and version = :version"),
                params).update();
        if (rows != 1) {
            throw new RacedProblem("complaint.problem.stale", record.facts().number());
        }
        record.stored(record.version() + 1);
    }

    private void add(List<String> parts, Map<String, @Nullable Object> params, String part, String name, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            parts.add(part);
            params.put(name, text(rows));
        }
    }

    private static StatementSpec bind(StatementSpec statement, Map<String, @Nullable Object> params) {
        params.forEach(statement::param);
        return statement;
    }

    private Map<String, Object> event(CaseEvent event) {
        return row("at", event.at(), "actor", event.actor(), "kind", event.kind().name(), "internal", event.kind().internal(), "data",
                event.data());
    }

    private Map<String, Object> answer(CaseAnswer answer) {
        try {
            return row("task_key", answer.taskKey(), "at", answer.at(), "actor", answer.actor(), "answers", json.readTree(answer.json()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Answers of " + answer.taskKey() + " are no JSON", e);
        }
    }

    private Map<String, Object> step(PathStep step) {
        return row("definition_id", step.definitionId(), "instance_id", step.instanceId(), "element_id", step.elementId(), "entered_at",
                step.enteredAt(), "left_at", step.leftAt(), "canceled", step.canceled());
    }

    private Map<String, Object> entry(LedgerEntry entry) {
        Budget budget = entry.budget();
        Severity severity = entry.severity();
        CalendarInForce calendar = entry.calendar();
        return row("kind", entry.kind().name(), "at", entry.at(), "what", entry.what().name(), "severity",
                severity == null ? null : severity.name(), "amount", budget == null ? null : budget.amount(), "unit",
                budget == null ? null : budget.unit().name(), "limit_at", entry.limit(), "note", entry.note(),
                "calendar", calendar == null ? null : calendar.version(), "calendar_area", calendar == null ? null : calendar.area(),
                "calendar_kind", calendar == null ? null : calendar.kind());
    }

    private Map<String, Object> clock(CaseRecord record, ClockKind kind) {
        ClockReading reading = record.clocks().reading(kind).orElseThrow();
        NextStep next = record.clocks().upcoming(kind).orElse(null);
        return row("kind", kind.name(), "state", reading.state().name(), "started_at", reading.startedAt(), "due_at", reading.dueAt(),
                "critical_at", CaseClocks.critical(reading), "risk_at", reading.momentAtShare(CaseClocks.AT_RISK), "paused_since", reading.pausedSince(),
                "paused_minutes", reading.pausedMinutes(), "breached_at", reading.breachedAt(), "stopped_at", reading.stoppedAt(), "ladder_level",
                record.clocks().ladderLevel(kind), "round", reading.round(), "next_level", next == null ? null : next.step().level(),
                "next_step_at", next == null ? null : next.at());
    }

    private static Map<String, Object> row(@Nullable Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                row.put((String) pairs[i], value instanceof Instant moment ? moment.toString() : value);
            }
        }
        return row;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain maps are always JSON", e);
        }
    }
}
