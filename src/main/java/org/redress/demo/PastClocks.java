package org.redress.demo;

import static org.redress.demo.PastRows.row;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Budget;
import org.redress.deadline.CalendarInForce;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockLedger;
import org.redress.deadline.ClockPolicies;
import org.redress.deadline.ClockPolicy;
import org.redress.deadline.ClockReading;
import org.redress.deadline.LedgerEntry;
import org.redress.deadline.Severity;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks of ended complaints: ledgers made and read by the same rules as those of today's cases. */
@Repository
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class PastClocks {

    private static final double CRITICAL = 1.5;
    private static final double AT_RISK = 0.75;

    private final JdbcClient jdbc;
    private final PastRows rows;
    private final ClockPolicies policies;
    private final Calendars calendars;

    PastClocks(JdbcClient jdbc, ObjectMapper json, ClockPolicies policies, Calendars calendars) {
        this.jdbc = jdbc;
        this.rows = new PastRows(json);
        this.policies = policies;
        this.calendars = calendars;
    }

    void write(List<PastCase> cases) {
        ClockPolicy policy = policies.current();
        List<Map<String, Object>> entries = new ArrayList<>();
        List<Map<String, Object>> readings = new ArrayList<>();
        for (PastCase it : cases) {
            it.clocks().forEach((kind, span) -> {
                ClockLedger ledger = ledger(policy, kind, span, it);
                ledger.entries().forEach(entry -> entries.add(entry(it, entry)));
                readings.add(reading(it, ledger.read(calendars)));
            });
        }
        jdbc.sql("""
                insert into clock_entry (complaint_id, kind, at, what, severity, amount, unit, calendar, calendar_area, calendar_kind, actor)
                select k.id, x.kind, x.at, x.what, x.severity, x.amount, x.unit, x.calendar, x.area, x.class, 'system'
                from rows from (jsonb_to_recordset(cast(:rows as jsonb)) as (job text, kind text, at timestamptz, what text, severity text,
                    amount integer, unit text, calendar integer, area text, class text))
                    with ordinality as x(job, kind, at, what, severity, amount, unit, calendar, area, class, place)
                join complaint k on k.source = :source and k.source_key = x.job
                order by k.id, x.place""").param("rows", rows.text(entries)).param("source", PastCaseTables.SOURCE).update();
        jdbc.sql("""
                insert into case_clock (complaint_id, kind, state, started_at, due_at, critical_at, risk_at, paused_minutes, breached_at, stopped_at,
                    ladder_level, round)
                select k.id, x.kind, x.state, x.started_at, x.due_at, x.critical_at, x.risk_at, 0, x.breached_at, x.stopped_at, 0, x.round
                from jsonb_to_recordset(cast(:rows as jsonb)) as x(job text, kind text, state text, started_at timestamptz, due_at timestamptz,
                    critical_at timestamptz, risk_at timestamptz, breached_at timestamptz, stopped_at timestamptz, round integer)
                join complaint k on k.source = :source and k.source_key = x.job""")
                .param("rows", rows.text(readings)).param("source", PastCaseTables.SOURCE).update();
    }

    private ClockLedger ledger(ClockPolicy policy, ClockKind kind, List<Instant> span, PastCase it) {
        Severity severity = it.severity();
        ClockLedger ledger = ClockLedger.start(kind, span.get(0), severity, policy.budget(kind, severity).orElseThrow())
                .keeping(new CalendarInForce(calendars.newest(), it.job().customer().area(), it.story().category().contains("billing") ? "BILLING" : "SERVICE"));
        Instant end = span.get(1);
        Instant due = ledger.read(calendars).dueAt();
        return (end.isBefore(due) ? ledger : ledger.breach(due)).stop(end, null);
    }

    private static Map<String, Object> entry(PastCase it, LedgerEntry entry) {
        Budget budget = entry.budget();
        Severity severity = entry.severity();
        CalendarInForce calendar = entry.calendar();
        return row("job", it.job().number(), "kind", entry.kind(), "at", entry.at(), "what", entry.what(), "severity", name(severity), "amount",
                budget == null ? null : budget.amount(), "unit", budget == null ? null : name(budget.unit()), "calendar",
                calendar == null ? null : calendar.version(), "area", calendar == null ? null : calendar.area(), "class",
                calendar == null ? null : calendar.kind());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Map<String, Object> reading(PastCase it, ClockReading reading) {
        Instant critical = reading.momentAtShare(CRITICAL);
        return row("job", it.job().number(), "kind", reading.kind(), "state", reading.state(), "started_at", reading.startedAt(), "due_at", reading.dueAt(),
                "critical_at", critical == null ? reading.dueAt() : critical, "risk_at", reading.momentAtShare(AT_RISK), "breached_at",
                reading.breachedAt(), "stopped_at", reading.stoppedAt(), "round", reading.round());
    }
}
