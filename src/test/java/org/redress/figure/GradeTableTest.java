package org.redress.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.RedressTest;
import org.redress.organisation.Organisation;
import org.redress.organisation.Team;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.springframework.beans.factory.annotation.Autowired;

/** Table 1 of the source document, from its own counts, and the same table from answers of ours. */
class GradeTableTest extends RedressTest {

    private static final String TABLE_2009 = """
            {"period": "year", "from": "2009-01-01", "business": "COUNTER_SERVICE", "rows": [
              {"team": "hall-1", "called": 2775, "counts": {"EXCELLENT": 42, "GOOD": 2427, "FAIR": 4, "PASS": 0, "FAIL": 0}, "unrated": 306},
              {"team": "hall-2", "called": 3497, "counts": {"EXCELLENT": 51, "GOOD": 3111, "FAIR": 3, "PASS": 0, "FAIL": 0}, "unrated": 332}]}""";
    private static final String YEAR_2008 = """
            {"period": "year", "from": "2008-01-01", "business": "COUNTER_SERVICE", "rows": [
              {"team": "hall-1", "published": 99.39}, {"team": "hall-2", "published": 99.85}]%s}""";
    private static final String ASKED = "/api/v1/briefings/year?from=2009-01-01&business=COUNTER_SERVICE";

    @Autowired
    private Organisation organisation;

    @Autowired
    private GradeTables tables;

    @Autowired
    private Figures figures;

    @Autowired
    private FigureUpkeep upkeep;

    @BeforeEach
    void halls() {
        String department = organisation.teams().get(0).department();
        organisation.save(new Team("hall-1", department, new Bilingual("Hall 1", "营业1所"), false, true));
        organisation.save(new Team("hall-2", department, new Bilingual("Hall 2", "营业2所"), false, true));
    }

    private Api manager() {
        return Api.as(url(""), "manager").speaking("zh-CN");
    }

    @Test
    void tableOneIsReproducedFromItsCountsAndTheMismatchIsFlagged() {
        JsonNode sent = Api.json(manager().post("/api/v1/evaluations/aggregates", TABLE_2009));
        assertThat(sent.get("accepted").asInt()).isEqualTo(2);
        assertThat(sent.get("flags")).hasSize(2);
        assertThat(sent.get("flags").get(0).toString()).contains("\"team\":\"hall-1\"", "\"answers\":4", "评价合计与回访户数相差 4");
        assertThat(sent.get("flags").get(1).toString()).contains("\"team\":\"\"", "\"answers\":4");
        manager().post("/api/v1/evaluations/aggregates", YEAR_2008.formatted(""));
        manager().post("/api/v1/evaluations/aggregates", TABLE_2009); // once more: nothing doubles

        JsonNode table = Api.json(manager().get(ASKED));
        row(table.get("rows").get(0), "营业1所", 2775, "99.86", "99.84", "11.03", "99.39", "继续保持");
        row(table.get("rows").get(1), "营业2所", 3497, "99.91", "99.91", "9.49", "99.85", "继续保持");
        row(table.get("total"), "合计", 6272, "99.89", "99.88", "10.17", "99.62", "继续保持");
        assertThat(table.get("rows").get(0).get("counts").toString()).isEqualTo("{\"EXCELLENT\":42,\"GOOD\":2427,\"FAIR\":4,\"PASS\":0,\"FAIL\":0}");
        assertThat(table.get("rows").get(0).get("flags").toString()).isEqualTo("[\"MISMATCH:4\"]");
        assertThat(table.get("rows").get(1).get("flags")).isEmpty();
        assertThat(table.get("total").get("flags").toString()).isEqualTo("[\"MISMATCH:4\",\"PREVIOUS_IS_MEAN\"]");
        assertThat(table.get("total").get("unrated").asInt()).isEqualTo(638);

        manager().post("/api/v1/evaluations/aggregates", YEAR_2008.formatted(", \"total\": {\"published\": 99.65}"));
        JsonNode printed = Api.json(manager().get(ASKED));
        assertThat(printed.get("total").get("previous").decimalValue()).as("what was printed goes before a mean").isEqualByComparingTo("99.65");
        assertThat(printed.get("total").get("flags").toString()).isEqualTo("[\"MISMATCH:4\"]");

        FigureLine line = figures.total(Figure.SATISFACTION_PUBLISHED, new FigureQuery(LocalDate.of(2009, 1, 1), LocalDate.of(2010, 1, 1)));
        assertThat(Figure.SATISFACTION_PUBLISHED.value(line.value())).isEqualByComparingTo("99.89");
        assertThat(line.value().beside()).containsEntry("FORMER_TABLE", 6272L);
        assertThat(figures.by(Figure.SATISFACTION_RATED, Dimension.TEAM, new FigureQuery(LocalDate.of(2009, 1, 1), LocalDate.of(2010, 1, 1)))).hasSize(2);
        assertThat(figures.total(Figure.SATISFACTION_PUBLISHED, new FigureQuery(LocalDate.of(2009, 1, 1), LocalDate.of(2009, 2, 1))).value().share())
                .as("a month is not cut out of a year").isNull();
    }

    private static void row(JsonNode row, String name, int called, String published, String rated, String unrated, String previous, String verdict) {
        assertThat(row.get("name").asText()).isEqualTo(name);
        assertThat(row.get("called").asInt()).isEqualTo(called);
        assertThat(row.get("satisfactionPublished").decimalValue()).isEqualByComparingTo(published);
        assertThat(row.get("satisfactionRated").decimalValue()).isEqualByComparingTo(rated);
        assertThat(row.get("unratedShare").decimalValue()).isEqualByComparingTo(unrated);
        assertThat(row.get("previous").decimalValue()).isEqualByComparingTo(previous);
        assertThat(row.get("verdict").asText()).isEqualTo(verdict);
    }

    @Test
    void answersOfOursGiveTheSameTableCallsOnlyAndWithoutCampaigns() {
        answers("hall-2", "PHONE", null, "EXCELLENT", "SATISFIED", 51);
        answers("hall-2", "PHONE", null, "GOOD", "SATISFIED", 3111);
        answers("hall-2", "PHONE", null, "FAIR", "NEUTRAL", 3);
        answers("hall-2", "PHONE", null, null, null, 332);
        answers("hall-2", "SMS", null, "FAIL", "DISSATISFIED", 20);
        answers("hall-2", "PHONE", 5L, "FAIL", "DISSATISFIED", 20);
        upkeep.catchUp();
        GradeTable table = tables.table(PeriodKind.MONTH, LocalDate.of(2026, 1, 1), Business.COUNTER_SERVICE);
        assertThat(table.rows()).hasSize(1);
        GradeRow row = table.rows().get(0);
        assertThat(row.called()).isEqualTo(3497);
        assertThat(row.unrated()).isEqualTo(332);
        assertThat(row.counts()).containsEntry("GOOD", 3111L).containsEntry("FAIL", 0L).containsOnlyKeys("EXCELLENT", "GOOD", "FAIR", "PASS", "FAIL");
        assertThat(row.published()).isEqualByComparingTo("99.91");
        assertThat(row.rated()).isEqualByComparingTo("99.91");
        assertThat(row.previousPublished()).isNull();
        assertThat(row.flags()).isEmpty();
        FigureValue published = figures.total(Figure.SATISFACTION_PUBLISHED, new FigureQuery(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1))).value();
        assertThat(published.leftOut()).containsEntry("LINK", 20L).containsEntry("CAMPAIGN", 20L);
        FigureValue rated = figures.total(Figure.SATISFACTION_RATED, new FigureQuery(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1))).value();
        assertThat(rated.denominator()).as("answers by link are ratings too").isEqualTo(3165 + 20);

        answers("hall-2", "PHONE", null, "GRADE3:POOR", "DISSATISFIED", 2);
        GradeRow mixed = tables.table(PeriodKind.MONTH, LocalDate.of(2026, 1, 1), Business.COUNTER_SERVICE).total();
        assertThat(mixed.counts()).containsEntry("OTHER_DISSATISFIED", 2L);
        assertThat(mixed.flags()).containsExactly("OTHER_SCALES:2");
        GradeTable empty = tables.table(PeriodKind.MONTH, LocalDate.of(2025, 12, 1), Business.COUNTER_SERVICE);
        assertThat(empty.rows()).isEmpty();
        assertThat(empty.total().published()).isNull();
        assertThat(empty.total().comparison()).isEqualTo(Comparison.NOTHING);
    }

    private void answers(String team, String via, Long campaign, String rating, String meaning, int count) {
        boolean other = rating != null && rating.contains(":");
        jdbc.sql("""
                insert into evaluation (source_key, via, campaign_id, business, team, done_at, asked_at, reached, answered_at, scale, rating, meaning)
                select 'CALL:' || gen_random_uuid(), :via, :campaign, 'COUNTER_SERVICE', :team, '2026-01-05T03:00:00Z', '2026-01-06T03:00:00Z', true,
                    '2026-01-06T03:00:00Z', :scale, :rating, :meaning from generate_series(1, :count)""")
                .param("via", via).param("campaign", campaign).param("team", team).param("scale", rating == null ? null : other ? "GRADE3" : "GRADE5")
                .param("rating", other ? rating.substring(rating.indexOf(':') + 1) : rating).param("meaning", meaning).param("count", count).update();
    }

    @Test
    void whatIsWrongInATableIsSaidFieldByField() {
        var answer = manager().post("/api/v1/evaluations/aggregates", """
                {"period": "year", "from": "2009-02-01", "business": "COUNTER_SERVICE", "rows": [
                  {"team": "nowhere", "called": 5, "counts": {"SUPER": 5}, "unrated": 0}, {"team": "hall-1"}, {"team": "hall-1", "called": -1}]}""");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"from\"", "rows[0].team", "rows[0].counts.SUPER", "rows[1].called", "rows[2].team", "rows[2].called");
        assertThat(manager().post("/api/v1/evaluations/aggregates", "{\"period\": \"day\", \"from\": \"2009-01-01\", \"business\": \"REPAIR\"}").statusCode())
                .isEqualTo(422);
        assertThat(manager().post("/api/v1/evaluations/aggregates", "{\"period\": \"year\", \"from\": \"2009-01-01\", \"business\": \"X\"}").statusCode())
                .isEqualTo(422);
        assertThat(manager().get("/api/v1/briefings/decade").statusCode()).isEqualTo(422);
        assertThat(manager().get("/api/v1/briefings/year?from=2009-03-01").statusCode()).isEqualTo(422);
    }
}
