package org.redress.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.redress.insight.CaseFlow.End;
import org.redress.insight.CaseFlow.Head;
import org.redress.insight.CaseFlow.Passed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the visits of steps, their sums by month and the ways of ended cases a few seconds behind the paths of cases. */
@Component
class FlowRollup {

    static final String NAME = "step_visit";
    private static final int PATHS_AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final BoardMarks marks;
    private final Hours hours;
    private final FlowWriter writer;
    private final TransactionTemplate transaction;

    FlowRollup(JdbcClient jdbc, BoardMarks marks, Hours hours, FlowWriter writer, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.hours = hours;
        this.writer = writer;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT8S", fixedDelayString = "PT10S")
    void run() {
        long after = -1;
        while (after != 0) {
            long from = after;
            after = transaction.execute(status -> step(from));
        }
    }

    /** @return the id to go on after, 0 when everything is read */
    private Long step(long from) {
        long done = marks.from(NAME, hours.version());
        long start = Math.max(from, done);
        Step step = jdbc.sql("""
                select max(id) as last, count(*) as rows, array_agg(distinct complaint_id) as cases
                from (select id, complaint_id from case_path where id > :start order by id limit :limit) p""")
                .param("start", start).param("limit", PATHS_AT_ONCE)
                .query((row, index) -> new Step(row.getLong("last"), row.getInt("rows"),
                        row.getArray("cases") == null ? new Long[0] : (Long[]) row.getArray("cases").getArray())).single();
        if (step.rows() > 0) {
            writer.write(step.cases(), read(step.cases()), hours.zone());
        }
        if (step.rows() == PATHS_AT_ONCE) {
            return step.last();
        }
        marks.read(NAME, Math.max(step.last(), start));
        return 0L;
    }

    private record Step(long last, int rows, Long[] cases) {
    }

    private List<CaseFlow> read(Long[] cases) {
        Map<Long, Head> heads = new LinkedHashMap<>();
        Map<Long, List<Passed>> paths = new LinkedHashMap<>();
        jdbc.sql("""
                select c.id, c.team, c.severity, c.business, p.id as path_id, p.definition_id, p.element_id, p.entered_at, p.left_at, p.canceled,
                    e.visit_id, e.case_team, e.severity as end_severity, e.claimed_at, e.due_at, e.waiting,
                    (%s) as open,
                    exists (select from case_clock k where k.complaint_id = c.id and k.kind in ('RESOLVE', 'PROMISE') and k.breached_at is not null) as late
                from complaint c join case_path p on p.complaint_id = c.id left join step_end e on e.visit_id = p.instance_id
                where c.id = any(:cases) and (p.element_id like 'userTask\\_%%' or p.element_id like 'event\\_%%')
                order by p.complaint_id, p.id""".formatted(BoardSql.OPEN)).param("cases", cases)
                .query((ResultSet row) -> {
                    String element = row.getString("element_id");
                    if (Stage.of(element).isEmpty()) {
                        return;
                    }
                    long id = row.getLong("id");
                    heads.putIfAbsent(id, new Head(id, row.getString("team"), row.getString("severity"), row.getString("business"), row.getBoolean("open"),
                            row.getBoolean("late")));
                    paths.computeIfAbsent(id, unused -> new ArrayList<>()).add(passed(row, element));
                });
        return paths.entrySet().stream().map(entry -> CaseFlow.of(Objects.requireNonNull(heads.get(entry.getKey())), entry.getValue(), hours)).toList();
    }

    private static Passed passed(ResultSet row, String element) throws SQLException {
        OffsetDateTime left = row.getObject("left_at", OffsetDateTime.class);
        return new Passed(row.getLong("path_id"), row.getString("definition_id"), element, BoardRows.moment(row, "entered_at"),
                left == null ? null : left.toInstant(), row.getBoolean("canceled"), end(row));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        if (row.getString("visit_id") == null) {
            return null;
        }
        OffsetDateTime claimed = row.getObject("claimed_at", OffsetDateTime.class);
        return new End(row.getString("case_team"), Objects.requireNonNullElse(row.getString("end_severity"), row.getString("severity")),
                claimed == null ? null : claimed.toInstant(), BoardRows.moment(row, "due_at"), row.getBoolean("waiting"));
    }
}
