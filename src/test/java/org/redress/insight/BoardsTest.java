package org.redress.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.deadline.Calendars;
import org.redress.insight.BoardData.Case;
import org.redress.insight.BoardData.Clock;
import org.redress.insight.StageTimes.Visit;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;

/** Counts, filters, order and causes of boards agree with an oracle that looks at every case by itself. */
class BoardsTest extends RedressTest {

    @Autowired
    private Boards boards;

    @Autowired
    private StageRollup rollup;

    @Autowired
    private Calendars calendars;

    @Autowired
    private CurrentActor current;

    private final List<Case> cases = new ArrayList<>();
    private BoardData data;
    private BoardOracle oracle;

    @BeforeEach
    void cases() {
        clock.setLocal("2026-03-04T15:00");
        data = new BoardData(jdbc);
        oracle = new BoardOracle(clock.instant(), calendars.current());
        jdbc.sql("truncate case_stage, gaming_mark, board_mark, open_task, case_clock, case_path, complaint cascade").update();
    }

    private void some(int number) {
        Random random = new Random(11);
        for (int i = 0; i < number; i++) {
            cases.add(data.random(random, clock.instant()));
        }
        rollup.run();
    }

    @Test
    void everyNumberIsThatOfTheOracle() {
        some(400);
        BoardNumbers numbers = boards.numbers(BoardFilter.ALL);
        assertThat(numbers.open()).isEqualTo(count(Case::open));
        assertThat(numbers.breached()).isEqualTo(count(in(BoardState.BREACHED))).isGreaterThan(50);
        assertThat(numbers.atRisk()).isEqualTo(count(in(BoardState.AT_RISK))).isGreaterThan(10);
        assertThat(numbers.paused()).isEqualTo(count(in(BoardState.PAUSED))).isGreaterThan(10);
        assertThat(numbers.onTrack()).isEqualTo(count(in(BoardState.ON_TRACK))).isGreaterThan(10);
        assertThat(numbers.tonight()).isEqualTo(count(one -> one.open() && oracle.tonight(one))).isGreaterThan(1);
        assertThat(numbers.unassigned()).isEqualTo(count(this::free)).isGreaterThan(20);
        assertThat(numbers.lateBy().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(numbers.breached());
        assertThat(numbers.riskBy().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(numbers.atRisk());
    }

    @Test
    void everyNumberOpensItsRowsInTheOrderInWhichTheyAreDue() {
        some(400);
        for (BoardState state : BoardState.values()) {
            assertThat(numbersOf(pages(filter(Set.of(state), null, false, false)))).as(state.name())
                    .isEqualTo(ordered(in(state)));
        }
        assertThat(numbersOf(pages(BoardFilter.ALL))).isEqualTo(ordered(Case::open));
        assertThat(numbersOf(pages(filter(Set.of(), null, true, false)))).isEqualTo(ordered(this::free));
        assertThat(numbersOf(pages(filter(Set.of(), null, false, true)))).isEqualTo(ordered(one -> one.open() && oracle.tonight(one)));
        assertThat(numbersOf(pages(new BoardFilter(Set.of(), null, "S1", "repair-1", false, false, false, Set.of()))))
                .isEqualTo(ordered(one -> one.open() && one.severity().equals("S1") && "repair-1".equals(one.team()))).isNotEmpty();
        BoardNumbers narrowed = boards.numbers(new BoardFilter(Set.of(), null, "S1", null, false, false, false, Set.of()));
        assertThat(narrowed.breached()).isEqualTo(count(in(BoardState.BREACHED).and(one -> one.severity().equals("S1"))));
        assertThat(narrowed.open()).isEqualTo(count(one -> one.open() && one.severity().equals("S1")));
    }

    @Test
    void theCauseIsWhereMostOfTheTimeWent() {
        some(400);
        List<BoardRow> rows = pages(BoardFilter.PRESSING);
        assertThat(rows).hasSize(count(in(BoardState.BREACHED).or(in(BoardState.AT_RISK))));
        for (BoardRow row : rows) {
            Case one = cases.stream().filter(each -> each.id() == row.id()).findFirst().orElseThrow();
            assertThat(row.cause()).as(row.number()).isIn(oracle.causes(one));
            oracle.minutes(one).forEach((stage, minutes) -> assertThat(row.spent().getOrDefault(stage, 0L)).as(row.number() + " " + stage)
                    .isBetween(minutes - one.visits().size(), minutes + one.visits().size()));
        }
        BoardNumbers numbers = boards.numbers(BoardFilter.ALL);
        for (Stage stage : Stage.values()) {
            assertThat(pages(filter(Set.of(BoardState.BREACHED), stage, false, false))).as(stage.name())
                    .hasSize(numbers.lateBy().getOrDefault(stage, 0)).allMatch(row -> row.cause() == stage);
        }
    }

    @Test
    void timeGoesOnWithoutARollup() {
        Instant now = clock.instant();
        Instant monday = now.minusSeconds(2 * 86_400);
        data.add("IN_PROGRESS", "S3", "repair-1", List.of(new Clock("RESOLVE", "RUNNING", now.minusSeconds(60), now.minusSeconds(7_200), null, 0)),
                List.of(new Visit("userTask_triageComplaint", monday, monday.plusSeconds(7_200)),
                        new Visit("userTask_signForCase", monday.plusSeconds(7_200), null)), null);
        rollup.run();
        assertThat(boards.page(BoardFilter.ALL, null, 10).rows()).singleElement().satisfies(row -> {
            assertThat(row.cause()).isEqualTo(Stage.SIGNING);
            assertThat(row.spent()).containsOnlyKeys(Stage.ASSIGNMENT, Stage.SIGNING);
            assertThat(row.work()).singleElement().satisfies(work -> assertThat(work.assignee()).isNull());
        });
        long before = boards.page(BoardFilter.ALL, null, 10).rows().get(0).spent().get(Stage.SIGNING);
        clock.setLocal("2026-03-04T16:00");
        assertThat(boards.page(BoardFilter.ALL, null, 10).rows().get(0).spent().get(Stage.SIGNING)).isEqualTo(before + 60);
        clock.setLocal("2026-03-05T08:30");
        assertThat(boards.page(BoardFilter.ALL, null, 10).rows().get(0).spent().get(Stage.SIGNING)).as("the night does not count").isEqualTo(before + 150);
    }

    @Test
    void aLeaderSeesTheCasesOfTheirTeamsOnly() {
        some(200);
        var leader = new Actor("leader", Set.of("TEAM_LEADER", "TEAM_MEMBER"), Set.of("repair-1"), "test");
        assertThat(current.callAs(leader, () -> boards.numbers(BoardFilter.ALL)).open())
                .isEqualTo(count(one -> one.open() && "repair-1".equals(one.team()))).isPositive();
        assertThat(current.callAs(leader, () -> pages(BoardFilter.ALL))).isNotEmpty().allMatch(row -> "repair-1".equals(row.team()));
        var handler = new Actor("handler", Set.of("TEAM_MEMBER"), Set.of("repair-1"), "test");
        assertThat(current.callAs(handler, () -> boards.numbers(BoardFilter.ALL)).open()).isZero();
    }

    private static BoardFilter filter(Set<BoardState> states, @Nullable Stage cause, boolean unassigned, boolean tonight) {
        return new BoardFilter(states, cause, null, null, unassigned, tonight, false, Set.of());
    }

    private Predicate<Case> in(BoardState state) {
        return one -> one.open() && oracle.state(one) == state;
    }

    private boolean free(Case one) {
        Visit last = one.visits().get(one.visits().size() - 1);
        return one.open() && one.assignee() == null && last.leftAt() == null && !last.elementId().equals("userTask_awaitAnswer");
    }

    private int count(Predicate<Case> which) {
        return (int) cases.stream().filter(which).count();
    }

    private List<String> ordered(Predicate<Case> which) {
        return cases.stream().filter(which)
                .sorted(Comparator.comparing((Case one) -> oracle.clock(one) == null ? BoardSql.NEVER : oracle.clock(one).dueAt()).thenComparing(Case::id))
                .map(Case::number).toList();
    }

    private static List<String> numbersOf(List<BoardRow> rows) {
        return rows.stream().map(BoardRow::number).toList();
    }

    private List<BoardRow> pages(BoardFilter filter) {
        List<BoardRow> rows = new ArrayList<>();
        String cursor = null;
        do {
            BoardPage page = boards.page(filter, cursor, 37);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }
}
