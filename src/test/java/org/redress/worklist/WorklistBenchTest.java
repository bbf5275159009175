package org.redress.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.redress.bench.Bench;
import org.redress.bench.Report;
import org.redress.shared.Actor;

/** A page of work with 300,000 open tasks: what the server needs for it, the text filter (which has no goal) apart. */
@Bench
class WorklistBenchTest extends WorklistTest {

    private static final int ROWS = Integer.getInteger("bench.tasks", 300_000);
    private static final int ROUNDS = 200;

    @Test
    void aPageOfWorkWithThreeHundredThousandOpenTasks() {
        seed();
        Actor member = handler("wang-1", "repair-1", "repair-2");
        Actor agent = agent("wang-7");
        Actor chief = specialist("chen");
        WorkFilter severe = new WorkFilter(null, "S1", null, null, Set.of(), null, null);
        WorkFilter overdue = new WorkFilter(null, null, null, null, Set.of(WorkGroup.OVERDUE), null, null);
        WorkFilter text = new WorkFilter(null, null, null, null, Set.of(), null, "customer 29999");
        String second = query.page(member, WorkScope.TEAM, WorkFilter.NONE, null, 50).next();

        Map<String, Supplier<?>> pages = new LinkedHashMap<>();
        pages.put("claimable, two teams", () -> query.page(member, WorkScope.CLAIMABLE, WorkFilter.NONE, null, 50));
        pages.put("mine", () -> query.page(member, WorkScope.MINE, WorkFilter.NONE, null, 50));
        pages.put("team, two teams", () -> query.page(member, WorkScope.TEAM, WorkFilter.NONE, null, 50));
        pages.put("team, second page", () -> query.page(member, WorkScope.TEAM, WorkFilter.NONE, second, 50));
        pages.put("team, S1 only", () -> query.page(member, WorkScope.TEAM, severe, null, 50));
        pages.put("team, text", () -> query.page(member, WorkScope.TEAM, text, null, 50));
        pages.put("claimable, call agents", () -> query.page(agent, WorkScope.CLAIMABLE, WorkFilter.NONE, null, 50));
        pages.put("everything, specialist", () -> query.page(chief, WorkScope.TEAM, WorkFilter.NONE, null, 50));
        pages.put("everything, overdue", () -> query.page(chief, WorkScope.TEAM, overdue, null, 50));
        pages.put("everything, S1 only", () -> query.page(chief, WorkScope.TEAM, severe, null, 50));
        pages.put("everything, text", () -> query.page(chief, WorkScope.TEAM, text, null, 50));
        pages.put("next task", () -> query.next(member, null));
        pages.put("home", () -> query.home(chief));
        double worst = pages.entrySet().stream().mapToDouble(page -> measure(page.getKey(), page.getValue())).max().orElseThrow();
        Report.atMost("List page with " + ROWS + " open tasks, p99 of the slowest list", worst, 20, 5, " ms");
        assertThat(query.page(chief, WorkScope.TEAM, WorkFilter.NONE, null, 50).rows()).hasSize(50);
    }

    /** @return p99 in milliseconds, 0 for a list that has no goal */
    private static double measure(String what, Supplier<?> page) {
        int rounds = what.contains("text") ? ROUNDS / 20 : ROUNDS;
        for (int i = 0; i < 10; i++) {
            page.get();
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            page.get();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        double p99 = nanos[rounds * 99 / 100] / 1e6;
        Report.line("List page: " + what, String.format("p50 %.2f ms, p99 %.2f ms", nanos[rounds / 2] / 1e6, p99));
        return what.contains("text") ? 0 : p99;
    }

    /** Sixty teams and the call agents, a third late, a third held by somebody. */
    private void seed() {
        jdbc.sql("""
                insert into open_task (id, kind, subject_id, subject, task_key, name_en, name_zh, form, definition_id, instance_id, team, assignee,
                    excluded, severity, channel, case_team, customer, place, summary, flags, due_at, start_by, critical_at, waiting, work_minutes,
                    created_at)
                select md5(n::text), case when n % 10 = 0 then 'CALL' else 'CASE' end, n, 'RD-2026-' || lpad(n::text, 6, '0'), 'userTask_resolveComplaint',
                    'Resolve the complaint', '处理投诉', 'd/f', 'complaint:1', n::text,
                    case when n % 10 = 0 then 'CALLBACK_AGENT' else 'repair-' || n % 60 end,
                    case when hashint4(n + 2) % 3 = 0 then 'wang-' || n % 600 end, case when hashint4(n + 1) % 20 = 0 then array['wang-1','wang-7'] else '{}' end,
                    'S' || (case when hashint4(n + 7) % 50 = 0 then 1 else 2 + abs(hashint4(n)) % 3 end), 'HOTLINE', 'repair-' || n % 60, 'customer ' || n, 'street ' || n % 997,
                    'the gas has been off since the morning and nobody came, case ' || n, case when n % 7 = 0 then array['REPEAT'] else '{}' end,
                    due, due - (n % 16) * interval '1 hour', due + (12 + n % 60) * interval '1 hour', hashint4(n + 3) % 40 = 0, 180, now()
                from generate_series(1, :rows) n, lateral (select cast(:now as timestamptz) + (hashint4(n) % 20000 + 10000) * interval '1 minute' as due) d""")
                .param("rows", ROWS).param("now", TaskRow.at(NOW)).update();
        jdbc.sql("vacuum analyze open_task").update();
    }
}
