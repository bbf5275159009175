package org.redress.insight;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.redress.deadline.Severity;
import org.redress.insight.StageTimes.Visit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the table of where open cases spend their time a few seconds behind their paths. */
@Component
class StageRollup {

    private static final String NAME = "case_stage";
    private static final int PATHS_AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final BoardMarks marks;
    private final Hours hours;
    private final TransactionTemplate transaction;

    StageRollup(JdbcClient jdbc, BoardMarks marks, Hours hours, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.hours = hours;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT10S")
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
            count(step.cases());
        }
        if (step.rows() == PATHS_AT_ONCE) {
            return step.last();
        }
        marks.read(NAME, Math.max(step.last(), start));
        return 0L;
    }

    private record Step(long last, int rows, Long[] cases) {
    }

    private record Head(Instant receivedAt, boolean around) {
    }

    private void count(Long[] cases) {
        Map<Long, List<Visit>> visits = new LinkedHashMap<>();
        Map<Long, Head> heads = new LinkedHashMap<>();
        jdbc.sql("""
                select p.complaint_id, c.severity, c.received_at, p.element_id, p.entered_at, p.left_at
                from complaint c join case_path p on p.complaint_id = c.id
                where c.id = any(:cases) and (p.element_id like 'userTask\\_%' or p.element_id like 'event\\_%') and """ + " " + BoardSql.OPEN
                + " order by p.complaint_id, p.id").param("cases", cases)
                .query((ResultSet row) -> {
                    long id = row.getLong("complaint_id");
                    OffsetDateTime left = row.getObject("left_at", OffsetDateTime.class);
                    heads.put(id, new Head(BoardRows.moment(row, "received_at"), Severity.valueOf(row.getString("severity")).aroundTheClock()));
                    visits.computeIfAbsent(id, unused -> new ArrayList<>()).add(new Visit(row.getString("element_id"),
                            row.getObject("entered_at", OffsetDateTime.class).toInstant(), left == null ? null : left.toInstant()));
                });
        jdbc.sql("delete from case_stage s where s.complaint_id = any(:cases) and not exists (select from complaint c where c.id = s.complaint_id and "
                + BoardSql.OPEN + ")").param("cases", cases).update();
        Map<Long, StageTimes> times = new LinkedHashMap<>();
        visits.forEach((id, list) -> {
            Head head = Objects.requireNonNull(heads.get(id));
            times.put(id, StageTimes.of(head.receivedAt(), list, head.around(), hours));
        });
        write(times);
    }

    private void write(Map<Long, StageTimes> times) {
        List<StageTimes> all = List.copyOf(times.values());
        var statement = jdbc.sql("""
                insert into case_stage as s (complaint_id, stage, since_work, around, assignment, signing, work, waiting, review, recall)
                select * from unnest(:ids, :stages, :since, :around, :assignment, :signing, :work, :waiting, :review, :recall)
                on conflict (complaint_id) do update set stage = excluded.stage, since_work = excluded.since_work, around = excluded.around,
                    assignment = excluded.assignment, signing = excluded.signing, work = excluded.work, waiting = excluded.waiting,
                    review = excluded.review, recall = excluded.recall
                where (s.stage, s.since_work, s.around, s.assignment, s.signing, s.work, s.waiting, s.review, s.recall) is distinct from
                    (excluded.stage, excluded.since_work, excluded.around, excluded.assignment, excluded.signing, excluded.work,
                     excluded.waiting, excluded.review, excluded.recall)""")
                .param("ids", times.keySet().toArray(Long[]::new))
                .param("stages", all.stream().map(time -> time.stage() == null ? null : time.stage().name()).toArray(String[]::new))
                .param("since", all.stream().map(StageTimes::sinceWork).toArray(Long[]::new))
                .param("around", all.stream().map(StageTimes::around).toArray(Boolean[]::new));
        for (Stage stage : Stage.values()) {
            statement = statement.param(stage.column(), all.stream().map(time -> time.spent().getOrDefault(stage, 0)).toArray(Integer[]::new));
        }
        statement.update();
    }
}
