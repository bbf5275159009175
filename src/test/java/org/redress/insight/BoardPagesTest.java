package org.redress.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.insight.BoardData.Case;
import org.redress.insight.BoardData.Clock;
import org.redress.insight.StageTimes.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** Boards as people and other systems open them. */
class BoardPagesTest extends RedressTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/board/overdue\\?[^\"]*)\"[^>]*>(?:(?!</a>).)*?<span class=\"big-number\">(\\d+)</span>",
            Pattern.DOTALL);

    @Autowired
    private StageRollup rollup;

    private BoardData data;

    @BeforeEach
    void cases() {
        clock.setLocal("2026-03-04T15:00");
        jdbc.sql("truncate case_stage, gaming_mark, board_mark, open_task, case_clock, case_path, complaint cascade").update();
        data = new BoardData(jdbc);
    }

    private void some(int number) {
        Random random = new Random(5);
        for (int i = 0; i < number; i++) {
            data.random(random, clock.instant());
        }
        rollup.run();
    }

    private Case late(String handler) {
        Instant now = clock.instant();
        return data.add("IN_PROGRESS", "S3", "repair-1", List.of(new Clock("RESOLVE", "RUNNING", now.minusSeconds(7_200), now.minusSeconds(9_000), null, 0)),
                List.of(new Visit("userTask_triageComplaint", now.minusSeconds(90_000), now.minusSeconds(88_000)),
                        new Visit("userTask_resolveComplaint", now.minusSeconds(88_000), null)), handler);
    }

    @Test
    void everyNumberOfTheWallOpensAsManyRows() {
        some(120);
        Browser manager = new Browser(url("")).as("manager");
        String wall = manager.get("/board?lang=en").body();
        Matcher tiles = LINK.matcher(wall);
        List<String> looked = new ArrayList<>();
        while (tiles.find()) {
            String address = tiles.group(1).replace("&amp;", "&");
            assertThat(rows(manager, address)).as(address).isEqualTo(Integer.parseInt(tiles.group(2)));
            looked.add(address);
        }
        assertThat(looked).hasSize(8);
        assertThat(wall).contains("On shift", "Wang Qiang", "Critical cases (S1)", "data-live=\"case:* tasks:*\"");
        assertThat(manager.get("/board?big=1").body()).contains("big-screen", "Leave the big screen");
        assertThat(manager.speaking("zh-CN").get("/board?lang=zh-CN").body()).contains("实时看板", "今晚前将超时", "在岗人员");
    }

    @Test
    void theOverdueBoardSaysWhyWhoAndWhen() {
        Case one = late("handler");
        rollup.run();
        Browser leader = new Browser(url("")).as("leader");
        String page = leader.get("/board/overdue?lang=en").body();
        assertThat(page).contains(one.number(), "Cause: in work", "Next: Step, Wang Qiang.", "1 h 30 min over", "data-live=\"tasks:repair-1\"",
                "waited for signing", "Download as xlsx");
        assertThat(leader.get("/board/overdue?cause=signing&state=breached").body()).contains("Nothing is late under this filter.");
        assertThat(leader.get("/board/overdue?state=nonsense&cause=%3Cscript%3E&severity=9&cursor=").statusCode()).isEqualTo(200);
        assertThat(leader.get("/board/overdue?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(leader.speaking("zh-CN").get("/board/overdue?lang=zh-CN").body()).contains("超时督办", "原因：处理中", "下一步：步骤，王强。", "催办", "转办");
        assertThat(new Browser(url("")).as("handler").get("/board/overdue").statusCode()).isEqualTo(403);
    }

    @Test
    void theWorkbookHasTheRowsOfTheScreenAndNoFormulas() throws IOException {
        Case one = late("handler");
        jdbc.sql("update complaint set summary = '=HYPERLINK(\"http://x\")' where id = :id").param("id", one.id()).update();
        late(null);
        rollup.run();
        Browser manager = new Browser(url("")).as("manager");
        manager.get("/board/overdue?lang=en");
        var request = manager.request("/board/overdue.xlsx?state=breached").GET().build();
        byte[] file = send(manager, request);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Number");
            Row row = rows.stream().filter(each -> each.getCellText(0).equals(one.number())).findFirst().orElseThrow();
            assertThat(row.getCell(3).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCellText(3)).startsWith("=HYPERLINK");
            assertThat(row.getCellAsDate(6)).hasValue(LocalDateTime.parse("2026-03-04T13:00"));
            assertThat(row.getCellText(7)).isEqualTo("in work");
            assertThat(row.getCellText(9)).isEqualTo("Wang Qiang");
            assertThat(book.getSheets().toList()).hasSize(2);
            assertThat(book.getSheet(1).orElseThrow().read().get(1).getCellText(1)).isEqualTo("/board/overdue?state=breached");
        }
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'EXPORT' and actor = 'manager'").query(Integer.class).single()).isEqualTo(1);
    }

    private static byte[] send(Browser browser, java.net.http.HttpRequest request) {
        try {
            return browser.client().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void othersAskOverTheInterface() {
        some(80);
        var manager = Api.as(url(""), "manager");
        var answer = Api.json(manager.get("/api/v1/boards/overdue?limit=5"));
        assertThat(answer.path("counts").fieldNames()).toIterable().containsExactly("breached", "atRisk", "onTrack", "paused", "unassigned");
        assertThat(answer.path("items")).hasSize(5);
        assertThat(answer.path("items").get(0).path("boardState").asText()).isIn("BREACHED", "AT_RISK");
        assertThat(answer.path("items").get(0).path("dueAt").asText()).endsWith("+08:00");
        int seen = 5;
        String next = answer.path("next").asText();
        while (!next.isEmpty()) {
            var page = Api.json(manager.get("/api/v1/boards/overdue?limit=50&cursor=" + next));
            seen += page.path("items").size();
            next = page.path("next").isNull() ? "" : page.path("next").asText();
        }
        assertThat(seen).isEqualTo(answer.path("counts").path("breached").asInt() + answer.path("counts").path("atRisk").asInt());
        assertThat(manager.get("/api/v1/boards/overdue?limit=500").statusCode()).isEqualTo(422);
        assertThat(Api.as(url(""), "handler").get("/api/v1/boards/overdue").statusCode()).isEqualTo(403);
    }

    @Test
    void nudgingManySaysWhatBecameOfEach() {
        Case one = late("handler");
        Case other = late("handler");
        rollup.run();
        Browser leader = new Browser(url("")).as("leader");
        leader.get("/board/overdue?lang=en");
        var back = leader.post("/board/overdue/act", Map.of("one", "NUDGE:" + one.number(), "back", "/board/overdue?state=breached"));
        assertThat(back.headers().firstValue("Location")).hasValue("/board/overdue?state=breached");
        assertThat(leader.get("/board/overdue?state=breached").body()).contains("Who holds the work of " + one.number() + " was nudged.");
        String preview = leader.post("/board/overdue/act", Map.of("verb", "NUDGE", "case", other.number())).body();
        assertThat(preview).contains("Nudge who holds the work", other.number(), "Will be done: 1. Left alone: 0.");
        assertThat(leader.post("/board/overdue/act/apply", Map.of("verb", "NUDGE", "case", other.number())).body()).contains("Done: 1. Left alone: 0.");
        assertThat(leader.post("/board/overdue/act/apply", Map.of("verb", "NUDGE", "case", other.number())).body())
                .contains("Done: 0. Left alone: 1.");
        assertThat(jdbc.sql("select count(*) from case_event where kind = 'NUDGED'").query(Integer.class).single()).isEqualTo(2);
        assertThat(leader.post("/board/overdue/act", Map.of("verb", "ERASE", "case", other.number())).statusCode()).isEqualTo(400);
        assertThat(leader.post("/board/overdue/act", Map.of("back", "https://elsewhere.example/board")).headers().firstValue("Location"))
                .hasValue("/board/overdue");
    }

    @Test
    void aManagerOrdersSupervisionAndSaysWhy() {
        Case one = late("handler");
        rollup.run();
        Browser leader = new Browser(url("")).as("leader");
        assertThat(leader.get("/board/overdue?lang=en").body()).contains("Nudge", "Ask for more time").doesNotContain("Order supervision");
        Browser manager = new Browser(url("")).as("manager");
        manager.get("/board/overdue?lang=en");
        String preview = manager.post("/board/overdue/act", Map.of("one", "ORDER:" + one.number())).body();
        assertThat(preview).contains("Reason", "Will be done: 1.");
        var refused = manager.post("/board/overdue/act/apply", Map.of("verb", "ORDER", "case", one.number(), "reason", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give a reason.", "href=\"#reason\"");
        assertThat(manager.post("/board/overdue/act/apply", Map.of("verb", "EXTEND", "case", one.number(), "reason", "x", "until", "tomorrow")).body())
                .contains("Give the new due moment.");
        assertThat(manager.post("/board/overdue/act", Map.of("verb", "ACKNOWLEDGE", "case", one.number())).body())
                .contains("No step of the ladder has fired.", "Will be done: 0. Left alone: 1.");
    }

    /** How many rows the pages of an address hold together. */
    private static int rows(Browser browser, String address) {
        int rows = 0;
        String next = address;
        Pattern following = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");
        while (next != null) {
            String page = browser.get(next).body();
            Matcher items = Pattern.compile("name=\"case\" value=\"").matcher(page);
            while (items.find()) {
                rows++;
            }
            Matcher more = following.matcher(page);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        return rows;
    }
}
