package org.redress.insight;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.redress.insight.CaseFlow.StepVisit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Writes what was read of cases: a visit that reads otherwise than before takes its old numbers out of the month's sums and puts its new ones in. */
@Component
class FlowWriter {

    private static final String BETWEEN = ">";

    private final JdbcClient jdbc;

    FlowWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long complaint, StepVisit visit) {
    }

    /** @param cases all that were read, with a path or without */
    void write(Long[] cases, List<CaseFlow> flows, ZoneId zone) {
        visits(flows.stream().flatMap(flow -> flow.visits().stream().map(visit -> new Row(flow.head().id(), visit))).toList(), zone);
        variants(cases, flows.stream().filter(flow -> flow.variant() != null).toList());
    }

    private void visits(List<Row> rows, ZoneId zone) {
        jdbc.sql("""
                with fresh as (select * from unnest(:path, :complaint, :definition, :element, cast(:left as timestamptz[]), cast(:month as date[]), :team, :severity, :business, :broken, :work,
                        :wait, :bucket, :late, :back) as f(path_id, complaint_id, definition_id, element_id, left_at, month, team, severity, business,
                        broken, work, wait, bucket, late, back_from)),
                old as (select v.* from step_visit v join fresh f on f.path_id = v.path_id),
                made as (insert into step_visit as v (path_id, complaint_id, definition_id, element_id, left_at, month, team, severity, business, broken,
                        work, wait, bucket, late, back_from)
                    select * from fresh
                    on conflict (path_id) do update set left_at = excluded.left_at, month = excluded.month, team = excluded.team,
                        severity = excluded.severity, business = excluded.business, broken = excluded.broken, work = excluded.work,
                        wait = excluded.wait, bucket = excluded.bucket, late = excluded.late, back_from = excluded.back_from
                    where (v.left_at, v.month, v.team, v.severity, v.business, v.broken, v.work, v.wait, v.bucket, v.late, v.back_from) is distinct from
                        (excluded.left_at, excluded.month, excluded.team, excluded.severity, excluded.business, excluded.broken, excluded.work,
                         excluded.wait, excluded.bucket, excluded.late, excluded.back_from)
                    returning v.*),
                changed as (select 1 as n, m.* from made m union all select -1, o.* from old o where o.path_id in (select path_id from made))
                insert into step_month as s (month, definition_id, element_id, team, severity, business, bucket, visits, work, wait, clocked, late, back)
                select month, definition_id, element_id, team, severity, business, bucket, sum(n), sum(n * work), sum(n * wait),
                    sum(case when late is null then 0 else n end), sum(case when late then n else 0 end), sum(case when back_from is null then 0 else n end)
                from changed group by month, definition_id, element_id, team, severity, business, bucket
                order by month, team, severity, business, definition_id, element_id, bucket
                on conflict (month, team, severity, business, definition_id, element_id, bucket) do update set visits = s.visits + excluded.visits,
                    work = s.work + excluded.work, wait = s.wait + excluded.wait, clocked = s.clocked + excluded.clocked, late = s.late + excluded.late,
                    back = s.back + excluded.back""")
                .param("path", rows.stream().map(row -> row.visit().pathId()).toArray(Long[]::new))
                .param("complaint", rows.stream().map(Row::complaint).toArray(Long[]::new))
                .param("definition", texts(rows, StepVisit::definitionId)).param("element", texts(rows, StepVisit::elementId))
                .param("left", rows.stream().map(row -> row.visit().leftAt().toString()).toArray(String[]::new))
                .param("month", rows.stream().map(row -> month(row.visit().leftAt(), zone)).toArray(String[]::new))
                .param("team", texts(rows, StepVisit::team)).param("severity", texts(rows, StepVisit::severity))
                .param("business", texts(rows, StepVisit::business))
                .param("broken", rows.stream().map(row -> row.visit().broken()).toArray(Boolean[]::new))
                .param("work", numbers(rows, StepVisit::work)).param("wait", numbers(rows, StepVisit::waited))
                .param("bucket", rows.stream().map(row -> (short) row.visit().bucket()).toArray(Short[]::new))
                .param("late", rows.stream().map(row -> row.visit().late()).toArray(Boolean[]::new))
                .param("back", rows.stream().map(row -> row.visit().backFrom()).toArray(String[]::new)).update();
    }

    /** A case that was read and has not ended, or has ended otherwise, loses the way it had. */
    private void variants(Long[] cases, List<CaseFlow> ended) {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        ended.forEach(flow -> steps.put(id(flow), Objects.requireNonNull(flow.variant())));
        steps.forEach((id, list) -> jdbc.sql("insert into path_variant (id, steps) values (:id, :steps) on conflict do nothing")
                .param("id", id).param("steps", list.toArray(String[]::new)).update());
        jdbc.sql("delete from case_variant where complaint_id = any(:cases) and complaint_id <> all(:ended)")
                .param("cases", cases).param("ended", ended.stream().map(flow -> flow.head().id()).toArray(Long[]::new)).update();
        jdbc.sql("""
                insert into case_variant as v (complaint_id, variant, definition_id, ended_at, team, severity, business, late)
                select * from unnest(:cases, :variants, :definitions, cast(:ended as timestamptz[]), :teams, :severities, :businesses, :late)
                on conflict (complaint_id) do update set variant = excluded.variant, definition_id = excluded.definition_id,
                    ended_at = excluded.ended_at, team = excluded.team, severity = excluded.severity, business = excluded.business, late = excluded.late
                where (v.variant, v.definition_id, v.ended_at, v.team, v.severity, v.business, v.late) is distinct from
                    (excluded.variant, excluded.definition_id, excluded.ended_at, excluded.team, excluded.severity, excluded.business, excluded.late)""")
                .param("cases", ended.stream().map(flow -> flow.head().id()).toArray(Long[]::new))
                .param("variants", ended.stream().map(FlowWriter::id).toArray(String[]::new))
                .param("definitions", ended.stream().map(flow -> flow.visits().get(flow.visits().size() - 1).definitionId()).toArray(String[]::new))
                .param("ended", ended.stream().map(flow -> String.valueOf(flow.endedAt())).toArray(String[]::new))
                .param("teams", ended.stream().map(flow -> Objects.requireNonNullElse(flow.head().team(), "")).toArray(String[]::new))
                .param("severities", ended.stream().map(flow -> flow.head().severity()).toArray(String[]::new))
                .param("businesses", ended.stream().map(flow -> Objects.requireNonNullElse(flow.head().business(), "")).toArray(String[]::new))
                .param("late", ended.stream().map(flow -> flow.head().late()).toArray(Boolean[]::new)).update();
    }

    private static String month(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().withDayOfMonth(1).toString();
    }

    private static String id(CaseFlow flow) {
        return DigestUtils.md5DigestAsHex(String.join(BETWEEN, Objects.requireNonNull(flow.variant())).getBytes(StandardCharsets.UTF_8));
    }

    private static String[] texts(List<Row> rows, Function<StepVisit, String> part) {
        return rows.stream().map(row -> part.apply(row.visit())).toArray(String[]::new);
    }

    private static Integer[] numbers(List<Row> rows, Function<StepVisit, Integer> part) {
        return rows.stream().map(row -> part.apply(row.visit())).toArray(Integer[]::new);
    }
}
