package org.redress.briefing.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.redress.briefing.Briefing;
import org.redress.briefing.BriefingContent;
import org.redress.briefing.BriefingContent.Cell;
import org.redress.briefing.BriefingContent.Chart;
import org.redress.briefing.BriefingContent.ChartKind;
import org.redress.briefing.BriefingContent.Column;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingContent.Table;
import org.redress.briefing.BriefingState;
import org.redress.briefing.Period;
import org.redress.briefing.Unit;
import org.redress.figure.PeriodKind;
import org.redress.shared.Bilingual;

/** Table 1 of the source document (requirements, section 14), and a long table, as contents of a briefing. */
final class Sample {

    private Sample() {
    }

    static Briefing table1(String words) {
        List<Row> rows = List.of(team("营业1所", "Hall 1", false, "2775", "42", "2427", "4", "306", "99.86", "99.84", "11.03", "99.39"),
                team("营业2所", "Hall 2", false, "3497", "51", "3111", "3", "332", "99.91", "99.91", "9.49", "99.85"),
                team("合计", "Total", true, "6272", "93", "5538", "7", "638", "99.89", "99.88", "10.17", "99.62"));
        List<Column> columns = List.of(column("班组", "Team", Unit.TEXT), column("回访户数", "Called", Unit.COUNT), column("优秀", "Excellent", Unit.COUNT),
                column("良好", "Good", Unit.COUNT), column("一般", "Fair", Unit.COUNT), column("未评价", "Not rated", Unit.COUNT),
                column("满意率", "Satisfaction", Unit.PERCENT), column("仅计已评价", "Rated only", Unit.PERCENT), column("未评价率", "Not rated, share", Unit.PERCENT),
                column("上年同期", "A year before", Unit.PERCENT));
        Table teams = new Table("teams", both("班组回访数据", "Answers by team"), columns, rows,
                new Chart(ChartKind.DOTS, both("营业2所满意率最高", "Hall 2 is best"), List.of(6, 7, 9), BigDecimal.valueOf(98)));
        return briefing(new Section("teams", both("班组情况", "Teams"), List.of(both("答案比回访多 4", "Four more answers than calls")), List.of(teams), words));
    }

    /** So many lines of complaints, for the other two drawings and for tables that go over the page. */
    static Briefing causes(int lines) {
        List<Row> rows = new ArrayList<>();
        IntStream.rangeClosed(1, lines).forEach(line -> rows.add(new Row(List.of(text("原因" + line, "Cause " + line), number(String.valueOf(lines - line + 1)),
                number("%d.00".formatted(100 * line / lines))), false)));
        List<Column> columns = List.of(column("原因", "Cause", Unit.TEXT), column("投诉量", "Complaints", Unit.COUNT), column("累计占比", "Together", Unit.PERCENT));
        Table pareto = new Table("causes", both("投诉原因", "By cause"), columns, rows, new Chart(ChartKind.PARETO, both("原因", "Causes"), List.of(1, 2), null));
        Table line = new Table("time", both("各期投诉量", "Over time"), columns, rows.subList(0, Math.min(12, lines)),
                new Chart(ChartKind.LINE, both("趋势", "Trend"), List.of(1), null));
        return briefing(new Section("complaints", both("客户投诉", "Complaints"), List.of(), List.of(line, pareto), ""));
    }

    private static Briefing briefing(Section section) {
        Period period = Period.of(PeriodKind.YEAR, LocalDate.of(2009, 1, 1));
        BriefingContent content = new BriefingContent(BriefingContent.FORM, period.kind(), period.from(), period.to(), period.code(), null,
                Instant.parse("2010-01-04T01:00:00Z"), false, List.of(section));
        return new Briefing(1, period, null, BriefingState.PUBLISHED, content, "0".repeat(64), "manager", Instant.parse("2010-01-04T01:00:00Z"), "manager",
                Instant.parse("2010-01-05T01:00:00Z"), null);
    }

    private static Row team(String zh, String en, boolean total, String... numbers) {
        List<Cell> cells = new ArrayList<>(List.of(text(zh, en)));
        for (String number : numbers) {
            cells.add(number(number));
        }
        return new Row(cells, total);
    }

    private static Column column(String zh, String en, Unit unit) {
        return new Column(en, both(zh, en), unit, both("公式", "How"));
    }

    static Cell text(String zh, String en) {
        return new Cell(both(zh, en), null, null, null);
    }

    static Cell number(String number) {
        return new Cell(null, new BigDecimal(number), null, null);
    }

    static Bilingual both(String zh, String en) {
        return new Bilingual(en, zh);
    }
}
