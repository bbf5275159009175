package org.redress.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.redress.MovableClock;
import org.redress.bench.Bench;
import org.redress.bench.Report;
import org.redress.deadline.CalendarData;
import org.redress.deadline.Calendars;
import org.redress.figure.PeriodKind;
import org.redress.insight.FlowRows.Asked;
import org.redress.insight.FlowRows.Part;
import org.redress.organisation.Organisation;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.worklist.WorklistDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The flow over two million rows of paths: 250,000 ended cases of a year, eight rows each, sixty teams; drawn by position, so every run has the same. */
@Bench
class FlowBenchTest {

    private static final int CASES = Integer.getInteger("bench.flow.cases", 250_000);
    private static final int ROUNDS = 40;
    private static final Instant NOW = MovableClock.START.plus(Duration.ofDays(30));

    private final JdbcClient jdbc = JdbcClient.create(WorklistDatabase.dataSource());
    private final MovableClock clock = new MovableClock();
    private final Hours hours = new Hours(Calendars.only(CalendarData.china()), clock);
    private final BoardScope scope = new BoardScope(new House(), mock(Organisation.class));
    private final Flow flow = new Flow(jdbc, hours, scope);
    private final FlowRows rows = new FlowRows(jdbc, hours, scope);

    @Test
    void theFlowOverTwoMillionRowsOfPaths() {
        clock.set(NOW);
        seed();
        FlowRollup rollup = new FlowRollup(jdbc, new BoardMarks(jdbc, clock), hours, new FlowWriter(jdbc),
                new TransactionTemplate(new DataSourceTransactionManager(WorklistDatabase.dataSource())));
        long start = System.nanoTime();
        rollup.run();
        Report.line("Flow: catching up with " + 8L * CASES + " rows of paths", String.format("%.1f s", (System.nanoTime() - start) / 1e9));
        jdbc.sql("vacuum analyze").update();
        assertThat(jdbc.sql("select sum(visits) from step_month").query(Long.class).single()).isEqualTo(6L * CASES);
        LocalDate day = LocalDate.of(2026, 2, 1);
        FlowFilter year = new FlowFilter(PeriodKind.YEAR, LocalDate.of(2025, 6, 1), null, null, null, null);
        FlowFilter month = new FlowFilter(PeriodKind.MONTH, day, null, null, null, null);
        FlowFilter team = new FlowFilter(PeriodKind.YEAR, LocalDate.of(2025, 6, 1), "repair-7", null, null, null);
        FlowFilter grave = new FlowFilter(PeriodKind.YEAR, LocalDate.of(2025, 6, 1), null, "S3", "REPAIR", null);
        FlowFilter week = new FlowFilter(PeriodKind.WEEK, day, null, null, null, null);
        Map<String, Supplier<?>> pages = new LinkedHashMap<>();
        pages.put("a year", () -> page(year));
        pages.put("a month", () -> page(month));
        pages.put("a week", () -> page(week));
        pages.put("a year of one team", () -> page(team));
        pages.put("a year of one severity and business", () -> page(grave));
        pages.put("rows behind a number", () -> rows.page(year, new Asked(Part.LATE, "userTask_resolveComplaint", null), null));
        pages.put("rows behind a way", () -> rows.page(year, new Asked(Part.WAY, flow.ways(month).ways().get(0).id(), null), null));
        double worst = pages.entrySet().stream().mapToDouble(page -> measure(page.getKey(), page.getValue())).max().orElseThrow();
        Report.atMost("Flow with " + 8L * CASES + " rows of paths, p95 of the slowest page", worst, 1_000, 400, " ms");
    }

    /** Everything that a page of the flow asks for, with the year before beside it. */
    private Object page(FlowFilter filter) {
        flow.withStanding(filter);
        flow.steps(filter.of(filter.period().yearBefore(filter.start())));
        flow.loops(filter);
        return flow.ways(filter);
    }

    private static double measure(String what, Supplier<?> page) {
        for (int i = 0; i < 4; i++) {
            page.get();
        }
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            page.get();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        double p95 = nanos[ROUNDS * 95 / 100] / 1e6;
        Report.line("Flow: " + what, String.format("p50 %.1f ms, p95 %.1f ms", nanos[ROUNDS / 2] / 1e6, p95));
        return p95;
    }

    /** Triage, signing, work, review, work again for one in five, re-callback; two gateways between. */
    private void seed() {
        jdbc.sql("truncate case_stage, step_visit, step_month, case_variant, path_variant, step_end, board_mark, open_task, case_clock, case_path, complaint cascade").update();
        jdbc.sql("insert into department values ('bench', 'b', 'b') on conflict do nothing").update();
        jdbc.sql("""
                insert into team (code, department_code, name_en, name_zh) select 'repair-' || n, 'bench', 'R', 'R' from generate_series(0, 59) n
                on conflict do nothing""").update();
        jdbc.sql("""
                insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, summary, team, business)
                select 'RD-' || n, 'CLOSED', 'S' || (case when n % 97 = 0 then 1 else 2 + n % 3 end), 'HOTLINE', at, at, 'intake', 'case ' || n, 'repair-' || n % 60,
                    (array['REPAIR', 'ALTERATION', 'METER_READING', 'IGNITION'])[1 + n % 4]
                from generate_series(1, :cases) n, lateral (select cast(:now as timestamptz) - n * (interval '400 days' / :cases) as at) a""")
                .param("cases", CASES).param("now", BoardMarks.at(NOW)).update();
        jdbc.sql("""
                insert into case_path (complaint_id, definition_id, instance_id, element_id, entered_at, left_at)
                select c.id, 'complaint:' || (1 + c.id % 3), c.id || '-' || s.place, s.element, c.received_at + (s.place - 1) * interval '5 hours',
                    c.received_at + (s.place - 1) * interval '5 hours' + (abs(hashint4(c.id::int + s.place::int)) % 300) * interval '1 minute'
                from complaint c, lateral (values (1, 'userTask_triageComplaint'), (2, 'gateway_triageDecision'), (3, 'userTask_signForCase'),
                    (4, 'userTask_resolveComplaint'), (5, 'userTask_reviewResolution'), (6, case when c.id % 5 = 0 then 'userTask_resolveComplaint' else 'userTask_recallCustomer' end),
                    (7, case when c.id % 7 = 0 then 'userTask_resolveComplaint' else 'userTask_recallCustomer' end), (8, 'event_closedSolved')) s(place, element)
                order by c.received_at, c.id, s.place""").update();
        jdbc.sql("""
                insert into step_end (visit_id, complaint_id, case_team, severity, claimed_at, due_at, waiting)
                select p.instance_id, p.complaint_id, c.team, c.severity, p.entered_at + (p.left_at - p.entered_at) / 4,
                    p.left_at + (abs(hashint4(p.id::int)) % 600 - 60) * interval '1 minute', false
                from case_path p join complaint c on c.id = p.complaint_id where p.element_id like 'userTask%'""").update();
        jdbc.sql("vacuum analyze").update();
    }

    private static final class House implements CurrentActor {

        @Override
        public Actor get() {
            return Actor.system("bench");
        }

        @Override
        public <T> T callAs(Actor other, Supplier<T> work) {
            throw new UnsupportedOperationException();
        }
    }
}
