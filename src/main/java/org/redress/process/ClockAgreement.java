package org.redress.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.ClockTruths;
import org.redress.complaint.ClockTruths.Row;
import org.redress.complaint.ClockTruths.Truth;
import org.redress.deadline.ClockKind;
import org.redress.escalation.ClockCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares, for every open case, the fold of its ledgers with its list rows, its task due dates and the engine's timers. */
@Component
class ClockAgreement implements ClockCheck {

    private static final int BATCH = 500;
    private static final int SHOWN = 500;

    private final ClockTruths truths;
    private final CaseLadder ladder;
    private final ClockTimers timers;
    private final ModelLibrary models;
    private final JdbcClient jdbc;

    ClockAgreement(ClockTruths truths, CaseLadder ladder, ClockTimers timers, ModelLibrary models, JdbcClient jdbc) {
        this.truths = truths;
        this.ladder = ladder;
        this.timers = timers;
        this.models = models;
        this.jdbc = jdbc;
    }

    private record Timer(ClockKind kind, Instant at, boolean active) {
    }

    private record Step(String key, ClockKind kind, Instant rowDue, @Nullable Instant taskDue) {
    }

    @Override
    @Transactional(readOnly = true)
    public Result check() {
        List<Drift> drifts = new ArrayList<>();
        int cases = 0;
        long after = 0;
        List<Truth> batch = truths.open(after, BATCH);
        while (!batch.isEmpty()) {
            compare(batch, drifts);
            cases += batch.size();
            after = batch.get(batch.size() - 1).caseId();
            batch = truths.open(after, BATCH);
        }
        return new Result(cases, drifts.size(), List.copyOf(drifts.subList(0, Math.min(SHOWN, drifts.size()))));
    }

    /** Of one case; empty when all agree, and when it has ended. In the running transaction, whatever that has written. */
    List<Drift> of(long caseId) {
        List<Drift> drifts = new ArrayList<>();
        compare(truths.open(caseId - 1, 1).stream().filter(truth -> truth.caseId() == caseId).toList(), drifts);
        return drifts;
    }

    private void compare(List<Truth> batch, List<Drift> drifts) {
        Map<Long, List<Timer>> jobs = timersOf(batch);
        Map<Long, List<Step>> steps = stepsOf(batch.stream().map(Truth::caseId).toArray(Long[]::new));
        for (Truth truth : batch) {
            compare(truth, jobs.getOrDefault(truth.caseId(), List.of()), steps.getOrDefault(truth.caseId(), List.of()), drifts);
        }
    }

    @Override
    @Transactional
    public void repair(String number) {
        long id = ladder.rewriteClocks(number);
        timers.follow(id);
    }

    private static void compare(Truth truth, List<Timer> jobs, List<Step> steps, List<Drift> drifts) {
        for (ClockKind kind : ClockKind.values()) {
            Row ledger = truth.ledger().get(kind);
            Row stored = truth.stored().get(kind);
            String where = kind.name();
            differ(drifts, truth, "CLOCK_STATE", where, ledger == null ? null : ledger.state(), stored == null ? null : stored.state());
            if (ledger != null && stored != null) {
                differ(drifts, truth, "CLOCK_DUE", where, ledger.dueAt(), stored.dueAt());
                differ(drifts, truth, "NEXT_STEP", where, ledger.firesAt(), stored.firesAt());
            }
            timer(truth, kind, ledger == null ? null : ledger.firesAt(), jobs, drifts);
        }
        for (Step step : steps) {
            Instant due = truth.due().get(step.kind());
            differ(drifts, truth, "ROW_DUE", step.key(), due, step.rowDue());
            differ(drifts, truth, "TASK_DUE", step.key(), millis(due), step.taskDue());
        }
    }

    private static void timer(Truth truth, ClockKind kind, @Nullable Instant firesAt, List<Timer> jobs, List<Drift> drifts) {
        List<Timer> active = jobs.stream().filter(job -> job.kind() == kind && job.active()).toList();
        if (firesAt == null) {
            active.forEach(job -> drifts.add(new Drift(truth.number(), "TIMER_UNWANTED", kind.name(), null, job.at().toString())));
        } else if (active.isEmpty()) {
            drifts.add(new Drift(truth.number(), "TIMER_MISSING", kind.name(), firesAt.toString(), null));
        } else if (active.size() > 1) {
            drifts.add(new Drift(truth.number(), "TIMER_TWICE", kind.name(), firesAt.toString(), active.size() + " ×"));
        } else {
            differ(drifts, truth, "TIMER_WRONG", kind.name(), millis(firesAt), active.get(0).at());
        }
    }

    private static void differ(List<Drift> drifts, Truth truth, String what, String where, @Nullable Object ledger, @Nullable Object found) {
        if (!Objects.equals(ledger, found)) {
            drifts.add(new Drift(truth.number(), what, where, ledger == null ? null : ledger.toString(), found == null ? null : found.toString()));
        }
    }

    /** The engine keeps milliseconds. */
    private static @Nullable Instant millis(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MILLIS);
    }

    private Map<Long, List<Timer>> timersOf(List<Truth> batch) {
        Map<String, Long> ids = new HashMap<>();
        batch.forEach(truth -> ids.put(truth.number(), truth.caseId()));
        Map<Long, List<Timer>> all = new HashMap<>();
        jdbc.sql("""
                select e.business_key_, j.process_def_id_, d.act_id_, j.duedate_, j.suspension_state_ from public.act_ru_execution e
                  join public.act_ru_job j on j.process_instance_id_ = e.id_ and j.type_ = 'timer'
                  join public.act_ru_jobdef d on d.id_ = j.job_def_id_
                 where e.parent_id_ is null and e.business_key_ = any(:numbers)""")
                .param("numbers", ids.keySet().toArray(String[]::new))
                .query(row -> {
                    ClockKind kind = timers.clockOf(row.getString("process_def_id_"), row.getString("act_id_"));
                    if (kind != null) {
                        all.computeIfAbsent(ids.get(row.getString("business_key_")), any -> new ArrayList<>())
                                .add(new Timer(kind, row.getTimestamp("duedate_").toInstant(), row.getInt("suspension_state_") == 1));
                    }
                });
        return all;
    }

    private Map<Long, List<Step>> stepsOf(Long[] ids) {
        Map<Long, List<Step>> all = new HashMap<>();
        jdbc.sql("""
                select t.subject_id, t.task_key, t.definition_id, t.due_at, e.due_date_ from open_task t
                  left join public.act_ru_task e on e.id_ = t.id
                 where t.kind = 'CASE' and t.subject_id = any(:ids)""").param("ids", ids)
                .query(row -> {
                    all.computeIfAbsent(row.getLong("subject_id"), any -> new ArrayList<>()).add(step(row));
                });
        return all;
    }

    private Step step(ResultSet row) throws SQLException {
        String key = row.getString("task_key");
        String clock = models.text(row.getString("definition_id"), key).property("redress.clock", ClockKind.PROMISE.name());
        var task = row.getTimestamp("due_date_");
        return new Step(key, ClockKind.valueOf(clock), row.getObject("due_at", OffsetDateTime.class).toInstant(), task == null ? null : task.toInstant());
    }
}
