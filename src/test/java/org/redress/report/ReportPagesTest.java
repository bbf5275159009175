package org.redress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.figure.Figure;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureRow;
import org.redress.figure.FigureRows;
import org.redress.figure.FigureValue;
import org.redress.figure.Figures;
import org.redress.figure.PeriodKind;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;

/** A number on a page is the figure's, and the rows it opens, on the page and in the file, are as many. */
class ReportPagesTest extends RedressTest {

    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final Pattern NUMBER = Pattern.compile("href=\"(/reports/rows\\?[^\"]*)\"[^>]*>([\\d,]+)</a>");
    private static final Pattern ROW = Pattern.compile("<th scope=\"row\"><a href=\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

    @Autowired
    private Figures figures;

    @Autowired
    private FigureRows rows;

    @Autowired
    private CurrentActor current;

    @BeforeEach
    void jobs() {
        clock.setLocal("2026-03-04T15:00");
        if (jdbc.sql("select count(*) from service_job where external_id like 'REP-%'").query(Integer.class).single() == 0) {
            ReportData data = new ReportData(jdbc);
            data.month(LocalDate.of(2025, 2, 1), 60);
            data.month(FEBRUARY, 160);
        }
    }

    private static String text(String html) {
        return html.replace("&amp;", "&");
    }

    @Test
    void everyNumberIsTheFiguresAndOpensAsManyRows() {
        Browser manager = new Browser(url("")).as("manager");
        String page = manager.get("/reports?lang=en&from=2026-02-10&group=all&dimension=team").body();
        assertThat(page).contains("Figures of February 2026", "Repair Team 1", "Keep as a view", "Is the share asked falling");
        Map<String, Integer> looked = new LinkedHashMap<>();
        Matcher numbers = NUMBER.matcher(page);
        while (numbers.find()) {
            looked.put(text(numbers.group(1)), Integer.parseInt(numbers.group(2).replace(",", "")));
        }
        assertThat(looked).hasSizeGreaterThan(40);
        int paged = 0;
        for (var entry : looked.entrySet()) {
            List<FigureRow> behind = behind(entry.getKey());
            assertThat(behind).as(entry.getKey()).hasSize(entry.getValue());
            if (entry.getValue() > 50 && paged++ < 2) {
                assertThat(pages(manager, entry.getKey())).isEqualTo(entry.getValue());
            }
        }
        assertThat(paged).isPositive();
        FigureValue satisfaction = current.callAs(Actor.system("test"), () -> figures.total(Figure.SATISFACTION_RATED, FigureQuery.of(PeriodKind.MONTH, FEBRUARY))).value();
        assertThat(looked).containsEntry("/reports/rows?figure=satisfaction_rated&part=numerator&from=2026-02-01&to=2026-03-01", (int) satisfaction.numerator())
                .containsEntry("/reports/rows?figure=satisfaction_rated&part=denominator&from=2026-02-01&to=2026-03-01", (int) satisfaction.denominator());
    }

    private List<FigureRow> behind(String address) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
            said.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        FigureQuery query = new FigureQuery(LocalDate.parse(said.get("from")), LocalDate.parse(said.get("to")),
                said.containsKey("team") ? Map.of(org.redress.figure.Dimension.TEAM, said.get("team")) : Map.of());
        List<FigureRow> found = new ArrayList<>();
        current.callAs(Actor.system("test"), () -> {
            rows.each(Figure.valueOf(said.get("figure").toUpperCase(java.util.Locale.ROOT)), said.get("part"), query, found::add);
            return true;
        });
        return found;
    }

    private static int pages(Browser browser, String address) {
        int counted = 0;
        String next = address;
        while (next != null) {
            String page = browser.get(next).body();
            counted += (int) ROW.matcher(page).results().count();
            Matcher more = NEXT.matcher(page);
            next = more.find() ? text(more.group(1)) : null;
        }
        return counted;
    }

    @Test
    void theFileHasExactlyTheRowsAndSaysHowToReadThem() throws IOException {
        Browser manager = new Browser(url("")).as("manager");
        manager.get("/reports?lang=en");
        String address = "?figure=satisfaction_rated&part=denominator&from=2026-02-01&to=2026-03-01&team=repair-1";
        List<FigureRow> expected = behind(address);
        byte[] file = download(manager, "/reports/rows.xlsx" + address);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> read = book.getFirstSheet().read();
            assertThat(read).hasSize(expected.size() + 1);
            assertThat(read.get(0).getCellText(0)).isEqualTo("Number");
            for (int i = 0; i < expected.size(); i++) {
                Row row = read.get(i + 1);
                assertThat(row.getCellText(0)).isEqualTo(expected.get(i).key());
                assertThat(row.getCellAsDate(2)).hasValue(expected.get(i).day().atStartOfDay());
                assertThat(row.getCellText(4)).isEqualTo("Repair Team 1");
                assertThat(row.getCell(10).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCellText(10)).startsWith("=HYPERLINK");
            }
            List<Row> how = book.getSheet(1).orElseThrow().read();
            assertThat(how.stream().map(row -> row.getCellText(0)).toList()).contains("Figure", "Formula", "Days", "Team", "Rows", "Made at");
            assertThat(how.stream().filter(row -> row.getCellText(0).equals("Rows")).findFirst().orElseThrow().getCellText(1)).isEqualTo(String.valueOf(expected.size()));
        }
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'EXPORT' and subject = 'REPORT' and actor = 'manager'").query(Integer.class).single()).isEqualTo(1);
        assertThat(manager.get("/reports/rows.xlsx?figure=satisfaction_rated&part=nonsense&from=2026-02-01&to=2026-03-01").statusCode()).isEqualTo(400);
    }

    private static byte[] download(Browser browser, String path) {
        try {
            return browser.client().send(browser.request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leadersSeeRowsAndPeopleOfTheirTeams() {
        Browser leader = new Browser(url("")).as("leader");
        String list = leader.get("/reports/rows?lang=en&figure=sampled_share&part=denominator&from=2026-02-01&to=2026-03-01").body();
        assertThat(list).contains("<h1>Share sampled: Denominator</h1>", "Repair Team 1", "You see the rows of the teams that you lead").doesNotContain("Repair Team 2");
        assertThat(leader.get("/reports/sampled_share?from=2026-02-01&dimension=employee").body()).contains("Wang Qiang");
        long other = jdbc.sql("select min(id) from service_job where team = 'repair-2'").query(Long.class).single();
        long own = jdbc.sql("select min(id) from service_job where team = 'repair-1'").query(Long.class).single();
        assertThat(leader.get("/reports/jobs/" + other).statusCode()).isEqualTo(403);
        assertThat(leader.get("/reports/jobs/" + own).body()).contains("<h1>Service job REP-", "What the customer was asked");
        Browser manager = new Browser(url("")).as("manager");
        assertThat(manager.get("/reports/jobs/" + other).body()).contains("REP-", "=1+1", "/evaluations/");
        assertThat(manager.get("/reports/jobs/999999999").statusCode()).isEqualTo(404);
        assertThat(manager.get("/reports/jobs/nonsense").statusCode()).isEqualTo(404);
        assertThat(new Browser(url("")).as("agent").get("/reports").statusCode()).isEqualTo(403);
    }

    @Test
    void aFigureHasItsSeriesItsFindingAndItsLines() {
        Browser manager = new Browser(url("")).as("manager");
        String page = manager.get("/reports/satisfaction_rated?lang=en&from=2026-02-01").body();
        assertThat(page).contains("February 2026", "Against the year before", "data-chart=\"trend\"", "By Team, February 2026", "Repair Team 1", "March 2025");
        assertThat(manager.get("/reports/nonsense").statusCode()).isEqualTo(404);
        assertThat(manager.get("/reports/coverage?kind=never&from=31.12.&dimension=none&team=%3Cb%3E").statusCode()).isEqualTo(200);
        assertThat(manager.get("/reports?from=2019-01-01&lang=en").body()).contains("no value").doesNotContain("NaN");
        assertThat(manager.get("/reports/rows?figure=coverage&from=2026-03-01&to=2026-02-01").statusCode()).isEqualTo(400);
        assertThat(manager.get("/reports/rows?figure=coverage").statusCode()).isEqualTo(400);
        assertThat(manager.speaking("zh-CN").get("/reports?lang=zh-CN&from=2026-02-01").body()).contains("报表", "2026年2月指标", "分子", "去年同期", "存为常用报表");
    }
}
