package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Timers of the application's own job executor, with its own indexes: how many a second and how late with {@code bench.timers} due at one
 * instant, first with nothing else waiting, then with {@code bench.pending} jobs waiting for next year; beside the same number of rows
 * taken by plain SQL in the same run.
 */
@Bench
class TimersTest extends WholeHouse {

    private static final int TIMERS = Integer.getInteger("bench.timers", 10_000);
    private static final int PENDING = Integer.getInteger("bench.pending", 1_000_000);
    private static final int BATCH = 50;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Test
    void timersASecondAndHowLate() throws InterruptedException {
        repository.createDeployment().addModelInstance("benchTimer.bpmn", Bpmn.createExecutableProcess("benchTimer").camundaHistoryTimeToLive(1)
                .startEvent().intermediateCatchEvent().timerWithDate("${at}").endEvent().done()).deploy();
        double plain = plainSql();
        Report.line("Plain SQL: rows taken and noted in batches of " + BATCH, Report.number(plain) + " rows/s");
        double idle = run("with nothing else waiting");
        jdbc.sql("""
                insert into public.act_ru_job (id_, rev_, type_, duedate_, retries_, suspension_state_, exclusive_, handler_type_, handler_cfg_,
                    process_instance_id_, execution_id_, create_time_, priority_)
                select gen_random_uuid()::text, 1, 'timer', now() + interval '1 year' + n * interval '1 second', 3, 1, true, 'timer-intermediate-transition',
                    'nothing', 'p' || n, 'e' || n, now(), 0 from generate_series(1, :pending) n""").param("pending", PENDING).update();
        jdbc.sql("analyze public.act_ru_job").update();
        double crowded = run("with " + PENDING + " jobs waiting");
        Report.line("Timers a second, nothing waiting / plain SQL", Report.number(idle / plain));
        Report.line("Timers a second, " + PENDING + " waiting / nothing waiting", Report.number(crowded / idle));
        jdbc.sql("delete from public.act_ru_job where handler_cfg_ = 'nothing'").update();
    }

    private double run(String how) throws InterruptedException {
        long acquisition = acquisition();
        Instant due = Instant.now().plusSeconds(2 + TIMERS / 300);
        var starters = Executors.newFixedThreadPool(Size.CLIENTS);
        for (int i = 0; i < TIMERS; i++) {
            starters.submit(() -> runtime.startProcessInstanceByKey("benchTimer", Map.of("at", Date.from(due))));
        }
        starters.shutdown();
        assertThat(starters.awaitTermination(LONGEST.toMinutes(), TimeUnit.MINUTES)).isTrue();
        Instant ready = Instant.now();
        jdbc.sql("update public.act_ru_job set duedate_ = :due where handler_cfg_ <> 'nothing' and duedate_ < now() + interval '1 day'")
                .param("due", java.sql.Timestamp.from(ready.plusSeconds(3))).update();
        JobExecutor executor = engine.getJobExecutor();
        executor.start();
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey("benchTimer").count() == 0);
        executor.shutdown();
        var late = jdbc.sql("""
                select percentile_cont(0.5) within group (order by late) as median, percentile_cont(0.99) within group (order by late) as p99, max(late) as worst
                from (select extract(epoch from end_time_ - :due) as late from public.act_hi_procinst where proc_def_key_ = 'benchTimer' and end_time_ >= :due) l""")
                .param("due", java.sql.Timestamp.from(ready.plusSeconds(3)))
                .query((row, index) -> new double[] {row.getDouble("median"), row.getDouble("p99"), row.getDouble("worst")}).single();
        double perSecond = TIMERS / late[2];
        Report.line("Timers " + how, Report.number(perSecond) + " a second");
        Report.line("Lateness of " + TIMERS + " due at one instant, " + how, "p50 " + Report.number(late[0]) + " s, p99 " + Report.number(late[1]) + " s");
        Report.line("One look for due jobs, " + how, Report.number(acquisition / 1e6) + " ms");
        return perSecond;
    }

    /** The middle of 51 looks that find nothing. */
    private long acquisition() {
        JobExecutor executor = engine.getJobExecutor();
        long[] nanos = new long[51];
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(executor, BATCH));
            nanos[i] = System.nanoTime() - begun;
        }
        java.util.Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private double plainSql() {
        jdbc.sql("create unlogged table if not exists bench_row (id bigint primary key, due timestamptz)").update();
        jdbc.sql("create table if not exists bench_done (id bigint, at timestamptz)").update();
        jdbc.sql("insert into bench_row select n, now() from generate_series(1, :n) n").param("n", TIMERS).update();
        long begun = System.nanoTime();
        while (jdbc.sql("""
                with taken as (delete from bench_row where id in (select id from bench_row where due <= now() order by due limit :batch for update skip locked)
                    returning id) insert into bench_done select id, now() from taken""").param("batch", BATCH).update() > 0) {
            // the next batch
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        jdbc.sql("drop table bench_row").update();
        jdbc.sql("drop table bench_done").update();
        return TIMERS / seconds;
    }
}
