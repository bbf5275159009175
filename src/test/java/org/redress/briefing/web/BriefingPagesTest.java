package org.redress.briefing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.briefing.BriefingData;
import org.redress.platform.DatabaseBaseline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Briefings as people open them: who may, the same numbers on page, paper and in the workbook, and what was decided. */
@Import(BriefingData.class)
class BriefingPagesTest extends RedressTest {

    private static final Pattern TABLE = Pattern.compile("<table[^>]*data-table=\"(\\w+)\".*?</table>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr class=\"(?:line|total)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("<td class=\"num\"[^>]*>(.*?)</td>", Pattern.DOTALL);

    @Autowired
    private BriefingData data;

    @Autowired
    private DatabaseBaseline baseline;

    @BeforeEach
    void february() {
        clock.reset();
        baseline.restore();
        data.calls("repair-1", "REPAIR", "2026-02-03", "GOOD", 196);
        data.calls("repair-1", "REPAIR", "2026-02-28", "FAIR", 3);
        data.calls("repair-2", "METER_READING", "2026-02-10", "FAIL", 10);
        data.calls("repair-2", "METER_READING", "2026-02-10", "GOOD", 30);
        data.complaints("gas.billing.reading", "METER_READING", "2026-02-05", "CLOSED", 6);
        data.suggestion("repair-1", "REPAIR", "2026-02-07", "=1+1 谢谢😀");
    }

    private static long started(Browser manager) {
        manager.get("/briefings?lang=zh-CN");
        var answer = manager.post("/briefings", Map.of("kind", "month", "day", "2026-02-11", "business", ""));
        assertThat(answer.statusCode()).isEqualTo(302);
        return Long.parseLong(answer.headers().firstValue("Location").orElseThrow().replaceAll("\\D", ""));
    }

    private void publish(long id) {
        data.review(id, Map.of("decision", "PUBLISH", "wordsTeams", "一班继续保持 <b>"));
    }

    private static byte[] file(Browser browser, String path) {
        try {
            var answer = browser.client().send(browser.request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Numbers of each table of a page, row by row, as shown. */
    private static Map<String, List<List<String>>> numbers(String page) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        Matcher table = TABLE.matcher(page);
        while (table.find()) {
            List<List<String>> rows = new ArrayList<>();
            Matcher row = ROW.matcher(table.group());
            while (row.find()) {
                List<String> cells = new ArrayList<>();
                Matcher number = NUMBER.matcher(row.group(1));
                while (number.find()) {
                    cells.add(number.group(1).replaceAll("<[^>]*>", "").strip());
                }
                rows.add(cells);
            }
            tables.put(table.group(1), rows);
        }
        return tables;
    }

    @Test
    void pagePaperAndWorkbookHaveTheSameNumbersAlsoAfterTheRowsChange() throws IOException {
        Browser manager = new Browser(url("")).speaking("zh-CN").as("manager");
        long id = started(manager);
        publish(id);
        jdbc.sql("delete from evaluation").update();
        jdbc.sql("update complaint set category = null").update();
        String page = manager.get("/briefings/month/2026-02?lang=zh-CN").body();
        Map<String, List<List<String>>> shown = numbers(page);
        assertThat(shown.keySet()).contains("overview", "teams", "businesses", "complaintsOverTime", "causes", "points");
        assertThat(shown.get("teams")).hasSize(3).allMatch(row -> row.size() >= 10);

        String paper;
        try (var document = Loader.loadPDF(file(manager, "/briefings/" + id + ".pdf"))) {
            paper = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
        shown.forEach((table, rows) -> rows.forEach(row -> assertThat(paper).as(table).contains(String.join(" ", row))));

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(manager, "/briefings/" + id + ".xlsx")))) {
            var sheets = book.getSheets().toList();
            assertThat(sheets).hasSize(shown.size() + 2);
            int at = 1;
            for (List<List<String>> rows : shown.values()) {
                List<List<String>> inBook = new ArrayList<>();
                for (var row : sheets.get(at++).read().stream().skip(1).toList()) {
                    inBook.add(row.stream().filter(cell -> cell != null && cell.getType() == CellType.NUMBER && !isDay(cell.asNumber()))
                            .map(cell -> cell.asNumber()).map(BriefingPagesTest::plain).toList());
                }
                List<List<String>> onPage = rows.stream().map(row -> row.stream().filter(cell -> !cell.equals("—")).map(BriefingPagesTest::parsed).map(BriefingPagesTest::plain).toList()).toList();
                assertThat(inBook).as(sheets.get(at - 1).getName()).isEqualTo(onPage);
            }
            assertThat(sheets.stream().flatMap(sheet -> rows(sheet)).flatMap(row -> row.stream()).filter(cell -> cell != null && cell.getText().startsWith("=1+1")))
                    .hasSize(1).allMatch(cell -> cell.getType() == CellType.STRING);
        }
        assertThat(paper).contains("谢谢" + PaperFont.STAND_IN, "U+1F600", "一班继续保持 <b>");
        assertThat(page).contains("谢谢😀", "一班继续保持 &lt;b&gt;", "data-chart=\"dots\"", "data-chart=\"line\"", "data-chart=\"pareto\"");
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'EXPORT' and subject = 'BRIEFING' and actor = 'manager'").query(Integer.class).single())
                .isEqualTo(2);
    }

    private static Stream<Row> rows(Sheet sheet) {
        try {
            return sheet.read().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Days are numbers to a workbook: those of this century lie beyond any count here. */
    private static boolean isDay(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(40_000)) > 0;
    }

    /** A percentage as the share it is. */
    private static BigDecimal parsed(String shown) {
        BigDecimal number = new BigDecimal(shown.replaceAll("[,% ]", ""));
        return shown.contains("%") ? number.movePointLeft(2) : number;
    }

    private static String plain(BigDecimal number) {
        return number.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    @Test
    void draftsAreForManagersAndWhatIsPublishedForReaders() {
        Browser manager = new Browser(url("")).as("manager");
        long id = started(manager);
        assertThat(manager.get("/briefings/" + id + "?lang=en").body()).contains("This is a draft", "Draft");
        assertThat(manager.get("/tasks?scope=team&lang=en").body()).contains("Review briefing", "2026-02");
        for (String reader : List.of("agent", "leader")) {
            Browser browser = new Browser(url("")).as(reader);
            assertThat(browser.get("/briefings?lang=en").body()).contains("There is no briefing yet").doesNotContain("Start a briefing by hand");
            for (String path : List.of("/briefings/" + id, "/briefings/" + id + ".pdf", "/briefings/" + id + ".xlsx", "/briefings/month/2026-02")) {
                assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(browser.post("/briefings", Map.of("kind", "month", "day", "2026-01-11")).statusCode()).isEqualTo(403);
            assertThat(browser.get("/briefings/recipients").statusCode()).isEqualTo(403);
        }
        publish(id);
        Browser agent = new Browser(url("")).as("agent");
        assertThat(agent.get("/briefings?lang=en").body()).contains("/briefings/month/2026-02", "February 2026");
        String page = agent.get("/briefings/month/2026-02").body();
        assertThat(page).contains("Briefing of follow-up calls, February 2026", "SHA-256").doesNotContain("Decide a measure").doesNotContain("/reports/rows");
        assertThat(new Browser(url("")).as("leader").get("/briefings/month/2026-02").body()).contains("/reports/rows?figure=SATISFACTION_PUBLISHED&amp;part=denominator");
        assertThat(agent.speaking("zh-CN").get("/briefings/month/2026-02?lang=zh-CN").body()).contains("2026年2月回访简报", "班组情况", "经理说明");
        assertThat(agent.get("/briefings/month/2026-03").statusCode()).isEqualTo(404);
        assertThat(agent.get("/briefings/month/nonsense").statusCode()).isEqualTo(404);
        assertThat(agent.get("/briefings?kind=decade").statusCode()).isEqualTo(400);
        assertThat(agent.get("/briefings?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void recipientsAreToldByBellAndMailAndTheNoteOpensThePage() {
        Browser manager = new Browser(url("")).as("manager");
        manager.get("/briefings/recipients?lang=en");
        assertThat(manager.post("/briefings/recipients", Map.of("role", "", "username", "agent2")).statusCode()).isEqualTo(302);
        assertThat(manager.post("/briefings/recipients", Map.of("role", "", "username", "")).statusCode()).isEqualTo(422);
        String listed = manager.get("/briefings/recipients").body();
        assertThat(listed).contains("Team leader", "Service director");
        long id = started(manager);
        publish(id);
        assertThat(jdbc.sql("select username from message where template = 'briefing.published' order by username").query(String.class).list())
                .contains("agent2", "director", "leader", "manager").doesNotContain("agent", "handler").doesNotHaveDuplicates();
        Browser leader = new Browser(url("")).as("leader");
        String bell = leader.get("/bell?lang=en").body();
        assertThat(bell).contains("Briefing published: Month 2026-02", "Open the page");
        Matcher open = Pattern.compile("action=\"(/bell/\\d+/open)\"").matcher(bell);
        assertThat(open.find()).isTrue();
        assertThat(leader.post(open.group(1), Map.of()).headers().firstValue("Location")).hasValueSatisfying(there ->
                assertThat(there).endsWith("/briefings/month/2026-02"));
        Matcher first = Pattern.compile("/briefings/recipients/(\\d+)/remove").matcher(listed);
        assertThat(first.find()).isTrue();
        manager.get("/briefings/recipients");
        manager.post(first.group(), Map.of());
        assertThat(jdbc.sql("select count(*) from briefing_recipient").query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void measuresAreDecidedOnThePageAndKeepWhatWasTyped() {
        Browser manager = new Browser(url("")).as("manager");
        long id = started(manager);
        publish(id);
        Browser leader = new Browser(url("")).as("leader");
        leader.get("/briefings/" + id + "/measures/new?lang=en");
        var wrong = leader.post("/briefings/" + id + "/measures/new", Map.of("text", " ", "team", "repair-1", "dueOn", "2026-02-01"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Say what will be done", "The day has passed already.");
        var decided = leader.post("/briefings/" + id + "/measures/new", Map.of("text", "上门前电话确认", "team", "repair-1", "dueOn", "2026-03-20", "figure",
                "SATISFACTION_RATED", "owner", "leader", "business", "REPAIR"));
        assertThat(decided.headers().firstValue("Location")).hasValue("/briefings/" + id + "#decided");
        String page = leader.get("/briefings/" + id).body();
        assertThat(page).contains("上门前电话确认", "was 98.50 %.");
        long measure = jdbc.sql("select id from measure").query(Long.class).single();
        leader.post("/briefings/" + id + "/measures/" + measure, Map.of("verb", "DONE", "result", "已落实"));
        assertThat(leader.get("/briefings/" + id).body()).contains("What came of it: 已落实");
        Browser agent = new Browser(url("")).as("agent");
        agent.get("/briefings/" + id);
        assertThat(agent.post("/briefings/" + id + "/measures/new", Map.of("text", "x", "team", "repair-1")).statusCode()).isEqualTo(403);
        assertThat(leader.post("/briefings/" + id + "/measures/new", Map.of("text", "x", "team", "repair-2")).statusCode()).isEqualTo(403);
    }

    @Test
    void everyCountOpensAsManyRows() {
        Browser manager = new Browser(url("")).as("manager");
        publish(started(manager));
        String page = manager.get("/briefings/month/2026-02?lang=en").body();
        Matcher links = Pattern.compile("<a href=\"(/briefings/rows[^\"]*)\">([\\d,]+)</a>").matcher(page);
        int looked = 0;
        while (links.find()) {
            long rows = rows(manager, links.group(1).replace("&amp;", "&"));
            assertThat(rows).as(links.group(1)).isEqualTo(Long.parseLong(links.group(2).replace(",", "")));
            looked++;
        }
        assertThat(looked).isGreaterThan(15);
        assertThat(manager.get("/briefings/rows?of=class&code=BILLING&from=2026-02-01&to=2026-03-01&lang=en").body()).contains("Complaints of the class Billing");
        String grade = "/briefings/rows?of=grade&code=GRADE5:GOOD&from=2026-02-01&to=2026-03-01";
        assertThat(rows(new Browser(url("")).as("leader"), grade)).as("of the leader's own team").isEqualTo(197);
        assertThat(manager.get("/briefings/rows?of=planets").statusCode()).isEqualTo(400);
        assertThat(manager.get(grade + "&after=x").statusCode()).isEqualTo(400);
    }

    private static long rows(Browser browser, String address) {
        long rows = 0;
        for (String next = address; next != null;) {
            String page = browser.get(next).body();
            rows += Pattern.compile("<th scope=\"row\"><a ").matcher(page).results().count();
            Matcher more = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"").matcher(page);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        return rows;
    }

    @Test
    void aPeriodThatIsNotOverIsNotStarted() {
        Browser manager = new Browser(url("")).as("manager");
        manager.get("/briefings?lang=en");
        assertThat(manager.post("/briefings", Map.of("kind", "month", "day", "2026-03-11")).statusCode()).isEqualTo(422);
        assertThat(manager.post("/briefings", Map.of("kind", "month", "day", "soon")).statusCode()).isEqualTo(422);
        assertThat(manager.post("/briefings", Map.of("kind", "month", "day", "2026-01-11", "business", "COOKING")).statusCode()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from briefing").query(Integer.class).single()).isZero();
    }
}
