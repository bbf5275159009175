package org.redress.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.briefing.BriefingContent.Cell;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingContent.Table;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureQuery;
import org.redress.figure.Figures;
import org.redress.figure.PeriodKind;
import org.redress.platform.DatabaseBaseline;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** What a briefing says of its period, and that it goes on saying it. */
@Import(BriefingData.class)
class BriefingsTest extends RedressTest {

    private static final Period FEBRUARY = Period.of(PeriodKind.MONTH, LocalDate.of(2026, 2, 1));

    @Autowired
    private Briefings briefings;

    @Autowired
    private Measures measures;

    @Autowired
    private Figures figures;

    @Autowired
    private BriefingData data;

    @Autowired
    private DatabaseBaseline baseline;

    @BeforeEach
    void fresh() {
        clock.reset();
        baseline.restore();
    }

    private void february() {
        data.calls("repair-1", "REPAIR", "2026-02-03", "GOOD", 196);
        data.calls("repair-1", "REPAIR", "2026-02-28", "FAIR", 3);
        data.calls("repair-1", "REPAIR", "2026-02-28", "FAIL", 1);
        data.calls("repair-1", "REPAIR", "2026-02-28", null, 20);
        data.calls("repair-2", "REPAIR", "2026-02-10", "EXCELLENT", 400);
        data.calls("repair-2", "METER_READING", "2026-02-10", "FAIL", 10);
        data.calls("repair-2", "METER_READING", "2026-02-10", "GOOD", 30);
        data.calls("repair-1", "REPAIR", "2025-02-10", "GOOD", 90);
        data.calls("repair-1", "REPAIR", "2025-02-10", "FAIR", 10);
        data.calls("repair-1", "REPAIR", "2026-01-31", "FAIL", 50);
        data.calls("repair-1", "REPAIR", "2026-03-01", "FAIL", 50);
        data.complaints("gas.billing.reading", "METER_READING", "2026-02-05", "CLOSED", 6);
        data.complaints("gas.billing.meter", "METER_READING", "2026-02-05", "ASSIGNED", 3);
        data.complaints(null, "REPAIR", "2026-02-06", "TRIAGE", 1);
        data.complaints("gas.billing.reading", null, "2026-02-06", "MERGED", 4);
        data.complaints("gas.billing.reading", "METER_READING", "2026-01-05", "CLOSED", 2);
        data.suggestion("repair-1", "REPAIR", "2026-02-07", "希望准时上门");
    }

    private Briefing started(Period period, Business business) {
        return data.as("manager", () -> briefings.read(briefings.start(period, business)));
    }

    private static Section section(Briefing briefing, String code) {
        return briefing.content().sections().stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    }

    private static Table table(Briefing briefing, String code) {
        return briefing.content().sections().stream().flatMap(each -> each.tables().stream()).filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    }

    /** Cells of a row by the code of their column. */
    private static Cell cell(Table table, String first, String column) {
        Row row = table.rows().stream().filter(each -> first.equals(Objects.requireNonNull(each.cells().get(0).text()).zh())).findFirst()
                .orElseThrow(() -> new AssertionError("no row " + first + " in " + table.rows()));
        for (int at = 0; at < table.columns().size(); at++) {
            if (table.columns().get(at).code().equals(column)) {
                return row.cells().get(at);
            }
        }
        throw new AssertionError("no column " + column);
    }

    private static BigDecimal number(Table table, String first, String column) {
        return cell(table, first, column).number();
    }

    private static List<String> findings(Briefing briefing, String section) {
        return section(briefing, section).findings().stream().map(Bilingual::zh).toList();
    }

    @Test
    void theTeamTableHasThePeriodAndTheYearBefore() {
        february();
        Briefing briefing = started(FEBRUARY, null);
        Table teams = table(briefing, "teams");
        String one = teamName("repair-1");
        assertThat(number(teams, one, "called")).isEqualByComparingTo("221");
        assertThat(number(teams, one, "GOOD")).isEqualByComparingTo("197");
        assertThat(number(teams, one, "unrated")).isEqualByComparingTo("20");
        assertThat(number(teams, one, "published")).isEqualByComparingTo("98.19");
        assertThat(number(teams, one, "rated")).isEqualByComparingTo("98.01");
        assertThat(number(teams, one, "unratedShare")).isEqualByComparingTo("9.05");
        assertThat(number(teams, one, "yearBeforePublished")).isEqualByComparingTo("90.00");
        assertThat(number(teams, "合计", "called")).isEqualByComparingTo("661");
        assertThat(cell(teams, one, "called").rows()).isEqualTo("/reports/rows?figure=SATISFACTION_PUBLISHED&part=denominator&from=2026-02-01&to=2026-03-01&team=repair-1");
        assertThat(teams.chart().finding().zh()).contains(teamName("repair-2"), "97.73%", one, "98.01%", "98.00%");
        assertThat(findings(briefing, "overview").get(0)).contains("661 户", "97.88%", "3.03%");
        assertThat(findings(briefing, "suggestions")).containsExactly("客户提出 1 条建议。");
        assertThat(table(briefing, "suggestions").rows().get(0).cells().get(0).text().zh()).isEqualTo("希望准时上门");
    }

    @Test
    void strengthsAndWeaknessesFollowTheRule() {
        february();
        Table points = table(started(FEBRUARY, null), "points");
        assertThat(points.rows().stream().map(row -> row.cells().subList(0, 3).stream().map(cell -> cell.text().zh()).toList())).containsExactly(
                List.of("优", "维修", teamName("repair-2")), List.of("差", "抄表", teamName("repair-2")),
                List.of("最好", "维修", teamName("repair-2")), List.of("最差", "抄表", teamName("repair-2")));
        assertThat(number(points, "差", "low")).isEqualByComparingTo("59.81");
        assertThat(number(points, "差", "high")).isEqualByComparingTo("85.81");
    }

    @Test
    void complaintsAreTheOnesThatFiguresCount() {
        february();
        Briefing briefing = started(FEBRUARY, null);
        long counted = figures.total(Figure.COMPLAINTS_PER_1000_JOBS, new FigureQuery(FEBRUARY.from(), FEBRUARY.to())).value().numerator();
        Table time = table(briefing, "complaintsOverTime");
        assertThat(time.rows()).hasSize(12);
        assertThat(number(time, "2026-02", "complaints")).isEqualByComparingTo(BigDecimal.valueOf(counted)).isEqualByComparingTo("10");
        assertThat(number(time, "2026-01", "complaints")).isEqualByComparingTo("2");
        assertThat(time.chart().finding().zh()).startsWith("投诉 10 件，比上期（2 件）多 8 件");
        Table causes = table(briefing, "causes");
        assertThat(causes.rows().get(0).cells().get(1).number()).isEqualByComparingTo("6");
        assertThat(causes.rows().get(1).cells().get(3).number()).as("together").isEqualByComparingTo("90.00");
        assertThat(causes.chart().finding().zh()).contains("这 2 项原因占投诉的 90.00%");
        assertThat(number(causes, "合计", "complaints")).isEqualByComparingTo("10");
        assertThat(table(briefing, "newCauses").rows()).as("the other category was there in January").hasSize(1);
    }

    @Test
    void nothingIsFrozenBeforeItIsCounted() {
        data.calls("repair-1", "REPAIR", "2026-02-03", "GOOD", 45_000);
        assertThat(number(table(started(FEBRUARY, null), "teams"), "合计", "called")).isEqualByComparingTo("45000");
    }

    @Test
    void oneBusinessHasABriefingOfItsOwn() {
        february();
        Briefing metering = started(FEBRUARY, Business.METER_READING);
        assertThat(metering.path()).isEqualTo("/briefings/month/2026-02?business=METER_READING");
        assertThat(number(table(metering, "teams"), "合计", "called")).isEqualByComparingTo("40");
        assertThat(number(table(metering, "complaintsOverTime"), "2026-02", "complaints")).isEqualByComparingTo("9");
        assertThat(cell(table(metering, "overview"), "满意率（发布口径）", "denominator").rows()).endsWith("&business=METER_READING");
        assertThat(started(FEBRUARY, null).id()).isNotEqualTo(metering.id());
    }

    @Test
    void aPeriodWithoutCallsSaysSoAndHasNoShares() {
        Briefing briefing = started(FEBRUARY, null);
        assertThat(briefing.content().withoutCalls()).isTrue();
        assertThat(findings(briefing, "teams")).containsExactly("本期没有回访客户，因此没有满意率。");
        assertThat(section(briefing, "teams").tables()).isEmpty();
        assertThat(table(briefing, "overview").rows()).allSatisfy(row -> assertThat(row.cells().get(1)).isEqualTo(Cell.NONE));
        assertThat(ContentJson.write(briefing.content())).doesNotContain("NaN", "Infinity");
        data.review(briefing.id(), Map.of("decision", "PUBLISH"));
        assertThat(data.as("leader", () -> briefings.read(FEBRUARY, null)).isPublished()).isTrue();
    }

    @Test
    void whatIsPublishedNeverChanges() {
        february();
        Briefing briefing = started(FEBRUARY, null);
        data.review(briefing.id(), Map.of("decision", "PUBLISH", "wordsTeams", "一句话"));
        Briefing published = data.as("manager", () -> briefings.read(briefing.id()));
        jdbc.sql("delete from evaluation").update();
        data.calls("repair-1", "REPAIR", "2026-02-03", "FAIL", 999);
        jdbc.sql("update team set name_zh = '改了名' where code = 'repair-1'").update();
        assertThat(data.as("manager", () -> briefings.read(briefing.id()))).isEqualTo(published);
        assertThat(published.sha256()).isEqualTo(ContentJson.sha256(jdbc.sql("select content from briefing").query(String.class).single()));
        for (String change : List.of("update briefing set content = '{}', sha256 = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'",
                "update briefing set state = 'DRAFT'", "update briefing set words = '{}'", "delete from briefing")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
        }
        assertThat(started(FEBRUARY, null)).as("started again").isEqualTo(published);
    }

    @Test
    void aHashThatIsNotThatOfTheContentIsRefused() {
        assertThatThrownBy(() -> jdbc.sql("""
                insert into briefing (kind, from_day, to_day, state, content, sha256, drafted_by, drafted_at)
                values ('YEAR', '2020-01-01', '2021-01-01', 'PUBLISHED', 'x', repeat('0', 64), 'x', now())""").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("check");
    }

    @Test
    void theNextBriefingLooksBackAtMeasures() {
        february();
        Period january = FEBRUARY.previous();
        Briefing earlier = started(january, null);
        data.review(earlier.id(), Map.of("decision", "PUBLISH"));
        long done = data.as("leader", () -> briefings.decide(earlier.id(), new Briefings.Decided("repair-1", Business.REPAIR, "上门前电话确认", "leader",
                LocalDate.of(2026, 3, 20), Figure.SATISFACTION_RATED)));
        data.as("manager", () -> briefings.decide(earlier.id(), new Briefings.Decided(null, null, "全员培训", null, null, null)));
        data.as("leader", () -> {
            briefings.end(done, true, "已全部落实");
            return true;
        });
        Briefing briefing = started(FEBRUARY, null);
        Table table = table(briefing, "measures");
        assertThat(cell(table, "上门前电话确认", "measureState").text().zh()).isEqualTo("已完成");
        assertThat(cell(table, "上门前电话确认", "result").text().zh()).isEqualTo("已全部落实");
        assertThat(number(table, "上门前电话确认", "then")).isEqualByComparingTo("0.00");
        assertThat(number(table, "上门前电话确认", "now")).isEqualByComparingTo("98.01");
        assertThat(cell(table, "全员培训", "measureState").text().zh()).isEqualTo("进行中");
        assertThat(cell(table, "全员培训", "then")).isEqualTo(Cell.NONE);
        assertThat(findings(briefing, "measures")).containsExactly("前期措施 2 项：已完成 1 项，进行中 1 项，其中逾期 0 项。");
        assertThat(measures.of(MeasureSource.BRIEFING, earlier.id())).hasSize(2);
        assertThatThrownBy(() -> data.as("leader", () -> briefings.decide(earlier.id(), new Briefings.Decided("repair-2", null, "x", null, null, null))))
                .as("another leader's team").isInstanceOf(Problem.class);
    }

    @Test
    void theTotalOfAnyDimensionIsTheTotal() {
        february();
        FigureQuery query = new FigureQuery(FEBRUARY.from(), FEBRUARY.to());
        long sum = table(started(FEBRUARY, null), "businesses").rows().stream().mapToLong(row -> row.cells().get(1).number().longValue()).sum();
        assertThat(sum).isEqualTo(figures.total(Figure.SATISFACTION_PUBLISHED, query).value().denominator())
                .isEqualTo(figures.by(Figure.SATISFACTION_PUBLISHED, Dimension.TEAM, query).stream().mapToLong(line -> line.value().denominator()).sum());
    }

    private String teamName(String code) {
        return jdbc.sql("select name_zh from team where code = ?").param(code).query(String.class).single();
    }
}
