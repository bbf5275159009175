package org.redress.demo;

import static org.redress.demo.PastRows.row;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Channel;
import org.redress.demo.PastCase.Step;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes ended complaints with their timeline and their clocks: a few statements for all of them. */
@Repository
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class PastCaseTables {

    static final String SOURCE = "demo-months";
    private static final String BASIS = "已上门复核并由客户当面确认。";
    private static final String SETTLED = "已在电话中向客户解释清楚并致歉。";
    private static final List<String> AGENTS = List.of("agent", "agent2");

    private final JdbcClient jdbc;
    private final PastRows rows;
    private final PastClocks clocks;
    private final PastPaths paths;

    PastCaseTables(JdbcClient jdbc, ObjectMapper json, PastClocks clocks, PastPaths paths) {
        this.jdbc = jdbc;
        this.rows = new PastRows(json);
        this.clocks = clocks;
        this.paths = paths;
    }

    boolean isThere() {
        return jdbc.sql("select exists (select from complaint where source = :source)").param("source", SOURCE).query(Boolean.class).single();
    }

    void write(List<PastCase> cases, String zone) {
        jdbc.sql("""
                with x as materialized (
                    select *, nextval('case_number')::text as n, extract(year from received_at at time zone :zone)::text as year
                    from (select * from jsonb_to_recordset(cast(:rows as jsonb)) as y(job text, state text, severity text, rule text, reason_en text,
                        reason_zh text, channel text, received_at timestamptz, captured_by text, called boolean, category text, summary text,
                        root_cause text, team text, handler text, contacted_at timestamptz, resolved_at timestamptz, closed_at timestamptz,
                        verdict text, liable text, by_service boolean, recall_by text, tokens text[]) order by received_at, job) ordered),
                numbered as (select *, 'RD-' || year || '-' || lpad(n, greatest(6, length(n)), '0') as number from x),
                written as (
                    insert into complaint (number, version, state, severity, severity_rule, severity_reason_en, severity_reason_zh, channel, received_at,
                        captured_at, captured_by, source, source_key, call_id, service_job, business, customer_id, complainant, phone, segment, area,
                        place, account, category, summary, owner, team, handler, handlers, teams, first_contact_at, customer_statement,
                        employee_statement, finding, root_cause, remedies, basis_for_resolution, verdict, liable_party, caused_by_service,
                        decision_reason, resolved_at, recall_attempts, recall_solved, recall_scale, recall_rating, recall_by, outcome, closed_at, search)
                    select x.number, 1, x.state, x.severity, x.rule, x.reason_en, x.reason_zh, x.channel, x.received_at, x.received_at, x.captured_by,
                        :source, x.job, case when x.called then f.id end, j.external_id, j.business, c.id, c.name, c.phone, c.segment, c.area, c.address,
                        c.account, x.category, x.summary, 'specialist', x.team, x.handler, array_remove(array[x.handler], null),
                        array_remove(array[x.team], null), x.contacted_at, case when x.team is not null then x.summary end,
                        case when x.team is not null then '情况基本属实。' end, x.root_cause, x.root_cause,
                        case when x.team is not null then array['APOLOGY', 'REWORK'] else '{}' end, case when x.team is not null then :basis end,
                        x.verdict, x.liable, x.by_service, case when x.team is null then :settled end, x.resolved_at,
                        case when x.team is null then 0 else 1 end, case when x.team is not null then true end,
                        case when x.team is not null then 'GRADE5' end, case when x.team is not null then 'GOOD' end, x.recall_by,
                        case when x.team is null then x.state else 'SOLVED' end, x.closed_at,
                        array_to_tsvector(x.tokens || c.account || coalesce(c.phone_digits, c.account) || array['rd-' || x.year || '-' || lpad(x.n, 6, '0'), x.n])
                    from numbered x join service_job j on j.external_id = x.job join customer c on c.id = j.customer_id
                    left join follow_up_call f on f.job_id = j.id
                    order by x.received_at, x.job
                    returning number, call_id)
                update follow_up_call f set case_number = w.number from written w where f.id = w.call_id""")
                .param("rows", rows.text(cases.stream().map(PastCaseTables::complaint).toList())).param("zone", zone).param("source", SOURCE)
                .param("basis", BASIS).param("settled", SETTLED).update();
        timeline(cases);
        clocks.write(cases);
        paths.write(cases);
    }

    private static Map<String, Object> complaint(PastCase it) {
        boolean called = it.channel() == Channel.CALLBACK;
        boolean upheld = it.verdict().endsWith("UPHELD") && !it.verdict().startsWith("NOT");
        return row("job", it.job().number(), "state", it.state(), "severity", it.severity(), "rule", it.rule(), "reason_en", it.reasonEn(), "reason_zh",
                it.reasonZh(), "channel", it.channel(), "received_at", it.at(Step.RECEIVED), "captured_by", capturedBy(it), "called", called, "category",
                it.story().category(), "summary", it.story().summary(), "root_cause", it.settled() ? null : it.story().rootCause(), "team", it.team(),
                "handler", it.handler(), "contacted_at", it.at(Step.CONTACTED), "resolved_at", it.settled() ? null : it.at(Step.RESOLVED), "closed_at",
                it.at(Step.CLOSED), "verdict", it.settled() ? null : it.verdict(), "liable", it.settled() ? null : it.liable(), "by_service",
                it.settled() ? null : upheld, "recall_by", it.settled() ? null : recallBy(it), "tokens", words(it.story().summary() + " " + it.job().customer().name()));
    }

    private static String capturedBy(PastCase it) {
        PastJob.PastCall call = it.job().call();
        return it.channel() == Channel.CALLBACK && call != null && call.agent() != null ? call.agent() : "intake";
    }

    private static String recallBy(PastCase it) {
        return AGENTS.get(it.story().summary().length() % AGENTS.size());
    }

    /** Single characters and pairs of neighbours, as the search keeps Chinese. */
    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i < text.length(); i++) {
            words.add(text.substring(i, i + 1));
            words.add(text.substring(i, Math.min(i + 2, text.length())));
        }
        words.removeIf(word -> word.contains(" "));
        return words;
    }

    private void timeline(List<PastCase> cases) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (PastCase it : cases) {
            String by = capturedBy(it);
            event(events, it, Step.RECEIVED, by, "CAPTURED", false, row("channel", it.channel(), "by", by));
            event(events, it, Step.RECEIVED, "system", "CLASSIFIED", true,
                    row("severity", it.severity(), "reasonEn", it.reasonEn(), "reasonZh", it.reasonZh(), "rule", it.rule()));
            if (it.settled()) {
                event(events, it, Step.CLOSED, "specialist", "SETTLED", false, row("reason", SETTLED));
            } else {
                event(events, it, Step.CONTACTED, "specialist", "CONTACTED", false, row("at", it.at(Step.CONTACTED)));
                event(events, it, Step.ASSIGNED, "specialist", "ASSIGNED", false, row("team", it.team(), "category", it.story().category()));
                event(events, it, Step.SIGNED, it.handler(), "SIGNED", false, row("handler", it.handler(), "team", it.team()));
                event(events, it, Step.RESOLVED, it.handler(), "RESOLVED", false, row("basis", BASIS));
                event(events, it, Step.ACCEPTED, "specialist", "ACCEPTED", true, row("verdict", it.verdict()));
                event(events, it, Step.CLOSED, recallBy(it), "RECALL_REACHED", false, row("solved", true, "rating", "GRADE5.GOOD"));
                event(events, it, Step.CLOSED, recallBy(it), "CLOSED", false, row("outcome", "SOLVED"));
            }
        }
        jdbc.sql("""
                insert into case_event (complaint_id, at, actor, kind, internal, data)
                select k.id, x.at, x.actor, x.kind, x.internal, x.data
                from rows from (jsonb_to_recordset(cast(:rows as jsonb)) as (job text, at timestamptz, actor text, kind text, internal boolean,
                    data jsonb)) with ordinality as x(job, at, actor, kind, internal, data, place)
                join complaint k on k.source = :source and k.source_key = x.job
                order by k.id, x.place""").param("rows", rows.text(events)).param("source", SOURCE).update();
    }

    private static void event(List<Map<String, Object>> events, PastCase it, Step step, @Nullable String actor, String kind, boolean internal,
            Map<String, Object> data) {
        events.add(row("job", it.job().number(), "at", it.at(step), "actor", actor, "kind", kind, "internal", internal, "data", data));
    }
}
