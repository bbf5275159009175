package org.redress.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.MovableClock;
import org.redress.RedressTest;
import org.redress.deadline.Calendars;
import org.redress.demo.DemoWork;
import org.redress.figure.PeriodKind;
import org.redress.insight.FlowOracle.Visit;
import org.redress.insight.FlowRows.Asked;
import org.redress.insight.FlowRows.Part;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Slice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The flow agrees with an oracle that reads the raw rows, whatever came in which order; its page opens as many rows as its numbers say. */
class FlowTest extends RedressTest {

    private static final ZoneId ZONE = MovableClock.ZONE;
    private static final Pattern NUMBER = Pattern.compile("href=\"(/board/flow/cases\\?[^\"]*)\"[^>]*>(?:late: )?([\\d,]+)</a>|href=\"(/board/flow/cases\\?[^\"]*part=late[^\"]*)\"[^>]*>[\\d.]+% \\((\\d+) of");

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

    @Autowired
    private Flow flow;

    @Autowired
    private FlowRows rows;

    @Autowired
    private FlowRollup rollup;

    @Autowired
    private Calendars calendars;

    @Autowired
    private CurrentActor current;

    @Autowired
    private ApplicationContext application;

    private FlowOracle oracle;

    @BeforeEach
    void empty() {
        clock.setLocal("2026-03-04T15:00");
        jdbc.sql("truncate case_stage, step_visit, step_month, case_variant, path_variant, step_end, gaming_mark, board_mark, open_task, case_clock, case_path, complaint cascade")
                .update();
        oracle = new FlowOracle(jdbc, calendars.current());
    }

    private <T> T asManager(java.util.function.Supplier<T> work) {
        return current.callAs(Actor.system("test"), work);
    }

    private void cases(int number) {
        FlowData data = new FlowData(jdbc, "complaint:1", 3);
        data.receive(number, LocalDate.of(2025, 11, 20).atStartOfDay(ZONE).toInstant(), Duration.ofDays(70));
        for (int round = 0; round < 4; round++) {
            data.goOn();
            rollup.run();
            clock.advance(Duration.ofMinutes(3));
        }
        rollup.run();
    }

    @Test
    void whatIsKeptIsWhatTheRawRowsSay() {
        cases(160);
        List<Visit> expected = oracle.visits();
        assertThat(expected).hasSizeGreaterThan(400);
        Map<Long, Visit> byPath = new LinkedHashMap<>();
        expected.forEach(visit -> byPath.put(visit.pathId(), visit));
        List<Long> kept = new ArrayList<>();
        jdbc.sql("select * from step_visit").query(row -> {
            Visit visit = byPath.get(row.getLong("path_id"));
            kept.add(row.getLong("path_id"));
            assertThat(visit).isNotNull();
            assertThat(List.of(row.getString("element_id"), row.getString("team"), row.getString("severity"), row.getString("business"), row.getBoolean("broken"),
                    row.getLong("work"), row.getLong("wait"), String.valueOf(row.getObject("late")), String.valueOf(row.getString("back_from")),
                    row.getDate("month").toLocalDate()))
                    .isEqualTo(List.of(visit.element(), visit.team(), visit.severity(), visit.business(), visit.broken(), visit.work(), visit.waited(),
                            String.valueOf(visit.late()), String.valueOf(visit.backFrom()), visit.left().atZone(ZONE).toLocalDate().withDayOfMonth(1)));
        });
        assertThat(kept).containsExactlyInAnyOrderElementsOf(byPath.keySet());
        assertThat(sums("select month || element_id || team || severity || business || bucket as k, visits || ',' || work || ',' || wait || ',' || clocked || ',' || late"
                + " || ',' || back as v from step_month where visits <> 0"))
                .isEqualTo(sums("select month || element_id || team || severity || business || bucket as k, count(*) || ',' || sum(work) || ',' || sum(wait) || ',' ||"
                        + " count(late) || ',' || count(*) filter (where late) || ',' || count(back_from) as v from step_visit"
                        + " group by month, element_id, team, severity, business, bucket"));
    }

    private Map<String, String> sums(String sql) {
        Map<String, String> sums = new TreeMap<>();
        jdbc.sql(sql).query(row -> {
            sums.put(row.getString("k"), row.getString("v"));
        });
        assertThat(sums).isNotEmpty();
        return sums;
    }

    @Test
    void anotherCalendarAndACaseThatGoesOnChangeTheSumsAndNothingIsCountedTwice() {
        cases(60);
        jdbc.sql("update board_mark set done = 0, seen = 0, seen_at = null, version = -1 where name = 'step_visit'").update();
        jdbc.sql("update step_end set due_at = due_at - interval '2 hours', case_team = 'repair-2' where complaint_id % 2 = 0").update();
        rollup.run();
        List<Visit> expected = oracle.visits();
        assertThat(jdbc.sql("select sum(visits) from step_month").query(Long.class).single()).isEqualTo(expected.size());
        assertThat(jdbc.sql("select sum(late) from step_month").query(Long.class).single())
                .isEqualTo(expected.stream().filter(visit -> Boolean.TRUE.equals(visit.late())).count());
        assertThat(jdbc.sql("select count(*) from step_month where visits < 0 or work < 0").query(Integer.class).single()).isZero();
        long ended = jdbc.sql("select count(*) from case_variant").query(Long.class).single();
        long one = jdbc.sql("select min(complaint_id) from case_variant").query(Long.class).single();
        jdbc.sql("update complaint set state = 'REOPENED' where id = :id").param("id", one).update();
        jdbc.sql("insert into case_path (complaint_id, definition_id, instance_id, element_id, entered_at) values (:id, 'complaint:1', 'again', 'userTask_signForCase', now())")
                .param("id", one).update();
        rollup.run();
        assertThat(jdbc.sql("select count(*) from case_variant").query(Long.class).single()).isEqualTo(ended - 1);
    }

    @Test
    void everyNumberOfEveryFilterIsThatOfTheOracle() {
        cases(200);
        List<Visit> all = oracle.visits();
        List<FlowFilter> filters = List.of(
                filter(PeriodKind.MONTH, "2026-01-10", null, null, null), filter(PeriodKind.QUARTER, "2025-12-31", null, null, null),
                filter(PeriodKind.YEAR, "2026-01-01", "repair-1", null, null), filter(PeriodKind.WEEK, "2025-12-24", null, null, "REPAIR"),
                filter(PeriodKind.MONTH, "2025-12-01", null, "S3", null), filter(PeriodKind.YEAR, "2025-06-01", "hall-1", "S3", "METER_READING"));
        int compared = 0;
        for (FlowFilter filter : filters) {
            Map<String, List<Visit>> expected = FlowOracle.byElement(all.stream().filter(in(filter)).toList());
            Flow.Steps steps = asManager(() -> flow.withStanding(filter));
            assertThat(steps.exact()).isTrue();
            for (var entry : expected.entrySet()) {
                StepNumbers step = steps.byElement().get(entry.getKey());
                List<Visit> visits = entry.getValue();
                List<Visit> done = visits.stream().filter(visit -> !visit.broken()).toList();
                assertThat(step.visits()).as(filter + " " + entry.getKey()).isEqualTo(visits.size());
                assertThat(step.broken()).isEqualTo(visits.size() - done.size());
                assertThat(step.work()).isEqualTo(done.stream().mapToLong(Visit::work).sum());
                assertThat(step.waited()).isEqualTo(done.stream().mapToLong(Visit::waited).sum());
                assertThat(step.clocked()).isEqualTo(done.stream().filter(visit -> visit.late() != null).count());
                assertThat(step.late()).isEqualTo(done.stream().filter(visit -> Boolean.TRUE.equals(visit.late())).count());
                assertThat(step.back()).isEqualTo(visits.stream().filter(visit -> visit.backFrom() != null).count());
                if (!done.isEmpty()) {
                    List<Long> lengths = done.stream().map(Visit::work).toList();
                    assertThat(List.of(step.p50(), step.p80(), step.p90())).isEqualTo(List.of(FlowOracle.percentile(lengths, 50),
                            FlowOracle.percentile(lengths, 80), FlowOracle.percentile(lengths, 90)));
                }
                assertThat(count(filter, new Asked(Part.VISITS, entry.getKey(), null))).isEqualTo(visits.size());
                assertThat(count(filter, new Asked(Part.LATE, entry.getKey(), null))).isEqualTo((int) step.late());
                assertThat(count(filter, new Asked(Part.BACK, entry.getKey(), null))).isEqualTo((int) step.back());
                assertThat(count(filter, new Asked(Part.BROKEN, entry.getKey(), null))).isEqualTo((int) step.broken());
                compared++;
            }
            List<Flow.Loop> loops = asManager(() -> flow.loops(filter));
            assertThat(loops.stream().mapToLong(Flow.Loop::times).sum())
                    .isEqualTo(expected.values().stream().flatMap(List::stream).filter(visit -> visit.backFrom() != null).count());
            loops.forEach(loop -> assertThat(count(filter, new Asked(Part.BACK, loop.to(), loop.from()))).isEqualTo((int) loop.times()));
            Flow.Ways ways = asManager(() -> flow.ways(filter));
            ways.ways().forEach(way -> assertThat(count(filter, new Asked(Part.WAY, way.id(), null))).isEqualTo((int) way.cases()));
        }
        assertThat(compared).isGreaterThan(20);
    }

    private static FlowFilter filter(PeriodKind period, String day, @Nullable String team, @Nullable String severity, @Nullable String business) {
        return new FlowFilter(period, LocalDate.parse(day), team, severity, business, null);
    }

    private static Predicate<Visit> in(FlowFilter filter) {
        return visit -> !visit.left().isBefore(filter.start().atStartOfDay(ZONE).toInstant()) && visit.left().isBefore(filter.end().atStartOfDay(ZONE).toInstant())
                && (filter.team() == null || filter.team().equals(visit.team())) && (filter.severity() == null || filter.severity().equals(visit.severity()))
                && (filter.business() == null || filter.business().equals(visit.business()));
    }

    private int count(FlowFilter filter, Asked asked) {
        int counted = 0;
        String cursor = null;
        do {
            String from = cursor;
            Slice<FlowRows.Row> page = asManager(() -> rows.page(filter, asked, from));
            counted += page.items().size();
            cursor = page.next();
        } while (cursor != null);
        return counted;
    }

    @Test
    void classesOfLengthAreAtMostFivePercentWrong() {
        for (int minutes = 0; minutes < 200_000; minutes++) {
            int read = WorkLengths.minutes(WorkLengths.bucket(minutes));
            assertThat(Math.abs(read - minutes)).as("%d read as %d", minutes, read).isLessThanOrEqualTo((int) Math.ceil(minutes * 0.05));
        }
        assertThat(WorkLengths.bucket(-3)).isZero();
        assertThat(WorkLengths.minutes(WorkLengths.bucket(17))).isEqualTo(17);
    }

    @Test
    void theWorkOfTheDemoCompanyIsMeasuredAndEveryNumberOpensItsRows() {
        DemoWork.load(application);
        clock.advance(Duration.ofMinutes(3));
        rollup.run();
        clock.advance(Duration.ofMinutes(3));
        rollup.run();
        assertThat(jdbc.sql("select count(*) from case_path p where element_id like 'userTask\\_%' and left_at is not null"
                + " and not exists (select from step_end e where e.visit_id = p.instance_id)").query(Integer.class).single()).as("every end of a step is kept").isZero();
        assertThat(jdbc.sql("select count(*) from step_end").query(Integer.class).single()).isPositive();
        Browser manager = new Browser(url("")).as("manager");
        String page = manager.get("/board/flow?lang=en&compare=before&kind=year").body();
        assertThat(page).contains("Triage complaint", "Sign for case", "How these numbers are counted", "data-diagram-url", "compared with 2025", "is-more-");
        Matcher numbers = NUMBER.matcher(page);
        int looked = 0;
        while (numbers.find()) {
            boolean share = numbers.group(1) == null;
            String address = (share ? numbers.group(3) : numbers.group(1)).replace("&amp;", "&");
            int number = Integer.parseInt((share ? numbers.group(4) : numbers.group(2)).replace(",", ""));
            if (number <= 200) {
                assertThat(listed(manager, address)).as(address).isEqualTo(number);
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(8);
        String xml = manager.get("/board/flow/process.bpmn?version=" + jdbc.sql("select max(definition_id) from step_month").query(String.class).single()).body();
        assertThat(xml).contains("userTask_triageComplaint");
        assertThat(manager.get("/board/flow/process.bpmn?version=nonsense").statusCode()).isEqualTo(404);
        assertThat(manager.get("/board/flow?kind=never&from=never&severity=%3Cb%3E&compare=x&measure=x&percentile=1").statusCode()).isEqualTo(200);
        assertThat(manager.get("/board/flow/cases?of=userTask_signForCase&kind=year").body()).contains("<h1>Sign for case: visits that ended in 2026</h1>");
        assertThat(manager.get("/board/flow/cases").statusCode()).isEqualTo(404);
        assertThat(manager.speaking("zh-CN").get("/board/flow?lang=zh-CN&measure=work").body()).contains("流程分析", "签收案件", "处理用时", "统计口径", "办理路径");
    }

    private static int listed(Browser browser, String address) {
        int counted = 0;
        for (String next = address; next != null;) {
            String list = browser.get(next).body();
            counted += list.split("href=\"/cases/RD-", -1).length - 1;
            Matcher more = NEXT.matcher(list);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        return counted;
    }

    @Test
    void leadersSeeTheirTeams() {
        cases(80);
        List<Visit> all = oracle.visits();
        FlowFilter year = filter(PeriodKind.YEAR, "2025-12-01", null, null, null);
        Actor leader = new Actor("leader", java.util.Set.of("TEAM_LEADER"), java.util.Set.of("repair-1"), "test");
        long seen = current.callAs(leader, () -> flow.steps(year)).byElement().values().stream().mapToLong(StepNumbers::visits).sum();
        assertThat(seen).isEqualTo(all.stream().filter(in(year)).filter(visit -> visit.team().equals("repair-1")).count()).isPositive();
        Slice<FlowRows.Row> page = current.callAs(leader, () -> rows.page(year, new Asked(Part.VISITS, "userTask_signForCase", null), null));
        assertThat(page.items()).isNotEmpty().allSatisfy(row -> assertThat(row.team()).isEqualTo("repair-1"));
    }
}
