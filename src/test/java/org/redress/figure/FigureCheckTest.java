package org.redress.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.RedressTest;
import org.redress.figure.FigureCheck.Difference;
import org.redress.platform.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures against the raw rows they are made of, over random rows that are changed and deleted; planted errors are found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FigureCheckTest extends RedressTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 1, 1);

    @Autowired
    private FigureCheck check;

    @Autowired
    private FigureKeeper keeper;

    @Autowired
    private Figures figures;

    @Autowired
    private FigureRows rows;

    @Autowired
    private TestDatabase database;

    @Autowired
    private FactStore store;

    @Autowired
    private TransactionTemplate template;

    private FigureData data;

    @BeforeAll
    void load() {
        data = new FigureData(jdbc, 20_251, Instant.parse("2025-10-11T00:00:00Z"), clock.instant());
        data.jobs(220);
        data.evaluations(80);
        data.cases(160);
    }

    @Test
    void everyFigureIsWhatTheRawRowsSayAlsoAfterChanges() {
        assertThat(all()).isEmpty();
        for (int round = 0; round < 4; round++) {
            data.change(40);
            data.jobs(5);
            data.cases(5);
            keeper.catchUp();
        }
        assertThat(all()).isEmpty();
        template.executeWithoutResult(status -> store.tidy());
        assertThat(all()).as("nothing that counted was tidied away").isEmpty();
        assertThat(jdbc.sql("select count(*) from figure_sum where n = 0 and amount = 0").query(Long.class).single()).isZero();
        assertThat(Arrays.stream(Figure.values()).filter(figure -> figures.total(figure, new FigureQuery(FROM, TO)).value().numerator() == 0)).as("figures with nothing in them")
                .isEmpty();
    }

    private List<Difference> all() {
        return Arrays.stream(Figure.values()).flatMap(figure -> check.differences(figure, FROM, TO).stream()).toList();
    }

    @Test
    void linesAddUpToTheTotalAndRowsAreAsManyAsTheNumbersSay() {
        List<FigureQuery> queries = List.of(new FigureQuery(LocalDate.of(2025, 10, 20), LocalDate.of(2026, 2, 17)),
                new FigureQuery(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 2, 1), Map.of(Dimension.BUSINESS, "REPAIR")),
                new FigureQuery(LocalDate.of(2025, 12, 5), LocalDate.of(2026, 1, 10), Map.of(Dimension.REGION, "north", Dimension.EMPLOYEE, "handler")),
                new FigureQuery(LocalDate.of(2025, 11, 3), LocalDate.of(2026, 1, 10), Map.of(Dimension.SEGMENT, "VIP", Dimension.TEAM, "repair-1")));
        for (Figure figure : Figure.values()) {
            for (FigureQuery query : queries) {
                FigureValue total = figures.total(figure, query).value();
                adds(figure, query, total);
                hasRows(figure, query, total);
            }
        }
    }

    private void adds(Figure figure, FigureQuery query, FigureValue total) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension == Dimension.PERIOD && Formulas.of(figure).isStock()) {
                continue; // a backlog at the end of a month is no part of the one at the end of the year
            }
            List<FigureLine> lines = figures.by(figure, dimension, query);
            assertThat(lines.stream().mapToLong(line -> line.value().numerator()).sum()).as(figure + " by " + dimension + " " + query).isEqualTo(total.numerator());
            if (Formulas.of(figure).divisor() == Formula.Divisor.ROWS) {
                assertThat(lines.stream().mapToLong(line -> line.value().denominator()).sum()).as(figure + " by " + dimension).isEqualTo(total.denominator());
                assertThat(lines.stream().flatMap(line -> line.value().leftOut().values().stream()).mapToLong(Long::longValue).sum())
                        .as(figure + " by " + dimension + " left out").isEqualTo(total.leftOut().values().stream().mapToLong(Long::longValue).sum());
            }
        }
    }

    private void hasRows(Figure figure, FigureQuery query, FigureValue total) {
        for (String part : rows.parts(figure)) {
            long said = switch (part) {
                case FigureRows.NUMERATOR -> total.numerator();
                case FigureRows.DENOMINATOR -> total.denominator();
                default -> total.leftOut().getOrDefault(part, 0L);
            };
            List<FigureRow> found = new ArrayList<>();
            rows.each(figure, part, query, found::add);
            assertThat(found).as(figure + " " + part + " " + query).hasSize((int) said).doesNotHaveDuplicates();
            List<FigureRow> paged = new ArrayList<>();
            var page = rows.page(figure, part, query, null, 7);
            paged.addAll(page.items());
            while (page.next() != null) {
                page = rows.page(figure, part, query, page.next(), 7);
                paged.addAll(page.items());
            }
            assertThat(paged).isEqualTo(found);
        }
    }

    @Test
    void weeksMonthsAndQuartersAddUp() {
        FigureQuery query = new FigureQuery(LocalDate.of(2025, 10, 6), LocalDate.of(2026, 3, 2));
        for (Figure figure : List.of(Figure.COVERAGE, Figure.SATISFACTION_RATED, Figure.TIMELY_RATE)) {
            FigureValue total = figures.total(figure, query).value();
            for (PeriodKind kind : PeriodKind.values()) {
                List<FigureLine> lines = figures.series(figure, kind, query);
                assertThat(lines.stream().mapToLong(line -> line.value().denominator()).sum()).as(figure + " " + kind).isEqualTo(total.denominator());
                assertThat(lines.get(0).code()).isEqualTo(kind.start(query.from()).toString());
            }
        }
    }

    @Test
    void plantedErrorsAreFoundEachOfThem() {
        keeper.catchUp();
        planted("update figure_sum set n = n + 3 where ctid = (select ctid from figure_sum where subject = 1 and level = 'P' and marks & 16 = 16 limit 1)", Figure.COVERAGE, "POPULATION");
        planted("delete from figure_sum where ctid = (select ctid from figure_sum where subject = 2 and level = 'E' and marks & 15 = 14 limit 1)",
                Figure.SATISFACTION_PUBLISHED, "EMPLOYEE");
        planted("update figure_sum set grade = 'GRADE5:FAIL' where ctid = (select ctid from figure_sum where subject = 2 and level = 'M' and grade = 'GRADE5:GOOD'"
                + " and marks & 7 = 6 limit 1)", Figure.SATISFACTION_PUBLISHED, "TEAM");
        planted("update figure_sum set region = 'nowhere' where ctid = (select ctid from figure_sum where subject = 3 and level = 'P' and marks & 12 = 12 limit 1)",
                Figure.TIMELY_RATE, "POPULATION");
        planted("update figure_sum set amount = amount + 1 where ctid = (select ctid from figure_sum where subject = 3 and level = 'M' and marks & 12 = 12 limit 1)",
                Figure.TIMELY_RATE, "TEAM");
        planted("update figure_fact set day = day + 1 where ctid = (select ctid from figure_fact where subject = 4 and part = 2 limit 1)", Figure.BACKLOG_PAST_1X, "ROW");
        planted("update figure_customers set n = n + 1 where ctid = (select ctid from figure_customers limit 1)", Figure.COMPLAINTS_PER_10000, "SUM");
        behindTheTriggers("update service_job set team = 'repair-2' where id = (select min(id) from service_job where team = 'repair-1' and sampled)", Figure.COVERAGE);
        behindTheTriggers("update evaluation set meaning = 'DISSATISFIED' where id = (select min(id) from evaluation where reached and meaning = 'SATISFIED' and campaign_id is null)",
                Figure.DISSATISFIED_RATE);
        behindTheTriggers("delete from evaluation where id = (select min(id) from evaluation where job_id is null and reached and campaign_id is null)", Figure.APPOINTMENT_KEPT);
        behindTheTriggers("update complaint set verdict = 'UPHELD' where id = (select min(id) from complaint where verdict is null and state not in ('MERGED', 'REJECTED'))",
                Figure.UPHELD_RATE);
        behindTheTriggers("update case_clock set state = 'MET' where (complaint_id, kind) = (select k.complaint_id, k.kind from case_clock k join complaint c on c.id = k.complaint_id"
                + " where k.kind = 'FIRST_CONTACT' and k.state = 'BREACHED' and c.state = 'CLOSED' limit 1)", Figure.ACKNOWLEDGED_IN_TIME);
    }

    /** Into what is kept: found, and mended by counting anew. */
    private void planted(String sql, Figure figure, String level) {
        assertThat(check.differences(figure, FROM, TO)).isEmpty();
        raw(sql);
        assertThat(check.differences(figure, FROM, TO)).as(sql).isNotEmpty().extracting(Difference::level).contains(level);
        keeper.rebuild();
        assertThat(check.differences(figure, FROM, TO)).isEmpty();
    }

    /** Into raw rows, past the triggers: found on every level, and mended by counting anew. */
    private void behindTheTriggers(String sql, Figure figure) {
        assertThat(check.differences(figure, FROM, TO)).isEmpty();
        raw(sql);
        assertThat(check.differences(figure, FROM, TO)).as(sql).extracting(Difference::level)
                .containsAll(Stream.concat(Stream.of("ROW"), Arrays.stream(Level.values()).map(Level::name)).toList());
        keeper.rebuild();
        assertThat(check.differences(figure, FROM, TO)).isEmpty();
    }

    private void raw(String sql) {
        try (var connection = database.superuser(); var statement = connection.createStatement()) {
            statement.execute("set search_path = redress");
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
