package org.redress.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.shared.Actor;

class WorkQueryTest extends WorklistTest {

    private static final Instant DAY_ENDS = NOW.atZone(org.redress.MovableClock.ZONE).toLocalDate().plusDays(1)
            .atStartOfDay(org.redress.MovableClock.ZONE).toInstant();

    @Test
    void orderIsThatOfAnOracleOverFiveHundredRows() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Instant due = NOW.plus(random.nextInt(20_000) - 8_000, ChronoUnit.MINUTES);
            task(List.of("repair-1", "repair-2", "repair-3", "TEAM_MEMBER").get(random.nextInt(4)))
                    .with("due", due).with("start", due.minus(random.nextInt(3_000), ChronoUnit.MINUTES))
                    .with("critical", due.plus(random.nextInt(4_000), ChronoUnit.MINUTES))
                    .with("waiting", random.nextInt(10) == 0)
                    .with("excluded", random.nextInt(8) == 0 ? Set.of("wang", "zhao") : Set.of("zhao"))
                    .with("severity", "S" + (1 + random.nextInt(4)))
                    .with("caseTeam", random.nextInt(5) == 0 ? "repair-1" : "repair-9")
                    .with("flags", random.nextInt(3) == 0 ? Set.of("REPEAT", "VIP") : Set.of())
                    .with("assignee", random.nextInt(3) == 0 ? List.of("wang", "li").get(random.nextInt(2)) : null).open();
        }
        List<OpenTask> all = jdbc.sql("select " + TaskRow.COLUMNS + " from open_task t").query(TaskRow::read).list();
        Actor wang = handler("wang", "repair-1", "repair-2");
        Set<String> mine = Set.of("repair-1", "repair-2", "TEAM_MEMBER");

        assertThat(pages(wang, WorkScope.CLAIMABLE, WorkFilter.NONE)).isEqualTo(oracle(all, row ->
                row.assignee() == null && mine.contains(row.team()) && !row.excluded().contains("wang"))).hasSizeGreaterThan(100);
        assertThat(pages(wang, WorkScope.MINE, WorkFilter.NONE)).isEqualTo(oracle(all, row ->
                "wang".equals(row.assignee()) && !row.excluded().contains("wang"))).hasSizeGreaterThan(50);
        assertThat(pages(wang, WorkScope.TEAM, WorkFilter.NONE)).isEqualTo(oracle(all, row ->
                mine.contains(row.team()) && !row.excluded().contains("wang"))).hasSizeGreaterThan(300);
        assertThat(pages(specialist("chen"), WorkScope.TEAM, WorkFilter.NONE)).isEqualTo(oracle(all, row -> true)).hasSize(500);
        WorkFilter filter = new WorkFilter(TaskKind.CASE, "S2", null, null, Set.of(WorkGroup.OVERDUE), "VIP", null);
        assertThat(pages(specialist("chen"), WorkScope.TEAM, filter)).isEqualTo(oracle(all, row -> "S2".equals(row.severity())
                && row.flags().contains("VIP") && group(row) == WorkGroup.OVERDUE)).isNotEmpty();
    }

    @Test
    void countsAgreeWithTheOracleAndStopAtTheCap() {
        for (int i = 0; i < 60; i++) {
            task("repair-1").due(Duration.ofHours(-1)).open();
        }
        for (int i = 0; i < 520; i++) {
            task("repair-1").due(Duration.ofDays(20)).open();
        }
        task("repair-1").due(Duration.ofHours(3)).with("flags", Set.of("MEDIA")).open();
        task("repair-1").with("waiting", true).open();
        task("repair-2").open();

        WorkPage page = query.page(handler("wang", "repair-1"), WorkScope.TEAM, WorkFilter.NONE, null, 50);

        assertThat(page.counts()).isEqualTo(Map.of(WorkGroup.CRITICAL, few(0), WorkGroup.OVERDUE, few(60), WorkGroup.TODAY, few(1),
                WorkGroup.SOON, few(0), WorkGroup.LATER, new WorkPage.Count(WorkPage.CAP, true), WorkGroup.WAITING, few(1)));
        assertThat(page.total(Set.of())).isEqualTo(new WorkPage.Count(562, true));
        assertThat(page.total(Set.of(WorkGroup.OVERDUE))).isEqualTo(few(60));

        WorkPage filtered = query.page(handler("wang", "repair-1"), WorkScope.TEAM,
                new WorkFilter(null, "S1", null, null, Set.of(), "MEDIA", null), null, 50);
        assertThat(filtered.rows()).isEmpty();
        assertThat(filtered.total(Set.of())).isEqualTo(few(0));
        assertThat(filtered.unfiltered()).isEqualTo(new WorkPage.Count(WorkPage.CAP, true));
    }

    @Test
    void pagesStayWholeWhileRowsComeInAndTimePasses() {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            before.add(task("repair-1").due(Duration.ofMinutes(10L * i - 100)).open());
        }
        Actor wang = handler("wang", "repair-1");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int inserted = 0;
        do {
            WorkPage page = query.page(wang, WorkScope.TEAM, WorkFilter.NONE, cursor, 7);
            page.rows().forEach(row -> seen.add(row.task().id()));
            cursor = page.next();
            task("repair-1").due(Duration.ofMinutes(-200)).with("id", "early-" + inserted++).open();
            clock.advance(Duration.ofMinutes(45));
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void textFindsPartsAndTakesWildcardsLiterally() {
        String found = task("repair-1").with("customer", "张伟 100%").open();
        task("repair-1").with("customer", "李娜").open();
        Actor wang = handler("wang", "repair-1");
        for (String text : List.of("张伟", "100%", "%", "rd-2026-")) {
            assertThat(query.page(wang, WorkScope.TEAM, text(text), null, 50).rows()).extracting(row -> row.task().id()).as(text).contains(found);
        }
        assertThat(query.page(wang, WorkScope.TEAM, text("%"), null, 50).rows()).hasSize(1);
        assertThat(query.page(wang, WorkScope.TEAM, text("_"), null, 50).rows()).isEmpty();
        assertThat(query.page(wang, WorkScope.TEAM, text("\\"), null, 50).rows()).isEmpty();
    }

    @Test
    void homeCountsWhatIsThere() {
        task("repair-1").due(Duration.ofHours(-1)).with("assignee", "wang").open();
        task("repair-1").due(Duration.ofHours(-1)).open();
        task("repair-1").open();
        task("repair-2").due(Duration.ofHours(-1)).open();
        assertThat(query.home(handler("wang", "repair-1"))).isEqualTo(new WorkQuery.Home(few(1), few(2), few(1), few(2)));
        assertThat(query.home(specialist("chen"))).isEqualTo(new WorkQuery.Home(few(0), few(0), few(0), few(3)));
    }

    private List<String> pages(Actor actor, WorkScope scope, WorkFilter filter) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            WorkPage page = query.page(actor, scope, filter, cursor, 23);
            page.rows().forEach(row -> ids.add(row.task().id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    /** Written apart from the SQL: sorts everything in memory. */
    private static List<String> oracle(List<OpenTask> all, java.util.function.Predicate<OpenTask> wanted) {
        return all.stream().filter(wanted)
                .sorted(Comparator.comparing(WorkQueryTest::group).thenComparing(OpenTask::startBy).thenComparing(OpenTask::id))
                .map(OpenTask::id).toList();
    }

    private static WorkGroup group(OpenTask row) {
        if (row.waiting()) {
            return WorkGroup.WAITING;
        }
        if (!row.dueAt().isAfter(NOW)) {
            return row.criticalAt().isAfter(NOW) ? WorkGroup.OVERDUE : WorkGroup.CRITICAL;
        }
        if (row.dueAt().isBefore(DAY_ENDS)) {
            return WorkGroup.TODAY;
        }
        return row.dueAt().isBefore(DAY_ENDS.plus(Duration.ofDays(1))) ? WorkGroup.SOON : WorkGroup.LATER;
    }

    private static WorkPage.Count few(int number) {
        return new WorkPage.Count(number, false);
    }

    private static WorkFilter text(String text) {
        return new WorkFilter(null, null, null, null, Set.of(), null, text);
    }
}
