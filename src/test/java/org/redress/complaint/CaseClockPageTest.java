package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.MovableClock;
import org.redress.RedressTest;

/** The page that lets a person check a clock line by line. */
class CaseClockPageTest extends RedressTest {

    private String number = "";

    @BeforeEach
    void aCaseInWork() {
        clock.reset();
        Api intake = Api.as(url(""), "intake");
        number = Api.json(intake.post("/api/v1/complaints", """
                {"channel": "HOTLINE", "summary": "The flame is yellow", "category": "gas.service.late", "customer": {"name": "Ada Finch"}}"""))
                .path("number").asText();
        complete("specialist", "{\"variables\": {\"decision\": \"ASSIGN\", \"team\": \"repair-1\", \"category\": \"gas.service.late\"}}");
        complete("handler", "{\"variables\": {\"decision\": \"SIGN\"}}");
    }

    @Test
    void theSentenceTheChartAndTheLedgerSayTheSameInBothLanguages() {
        String page = page("en", "");
        assertThat(page).contains("due 9 Mar 2026, 09:00: it began 2 Mar 2026, 09:00, and severity S3 gives it 5 working days.",
                "“对客户承诺”于 2026年3月9日 09:00 到期", "2 Mar 2026, 09:00 plus 37 h 30 min (working time) is 9 Mar 2026, 09:00.",
                "viewBox=\"0 0 1000 ", "All clocks of the case, as of 2 Mar 2026, 09:00").doesNotContain("??");
        assertThat(page("zh-CN", "")).contains("只计工作时间", "The clock “Promise to the customer” is due 9 Mar 2026, 09:00", "加 37 小时 30 分钟")
                .doesNotContain("??");
    }

    @Test
    void whatIfIsWhatThenHappens() {
        clock.setLocal("2026-03-02T10:00");
        assertThat(page("en", "?until=2026-03-06T12:00")).contains("if paused until 6 Mar 2026, 12:00, the due moment is 13 Mar 2026, 11:00 instead of 9 Mar 2026, 09:00");
        Api handler = Api.as(url(""), "handler");
        assertThat(handler.post("/api/v1/complaints/" + number + "/pause", "{\"waitingFor\": \"CUSTOMER\", \"reason\": \"away\"}").statusCode())
                .isEqualTo(200);
        assertThat(page("en", "")).contains("It has stood still since 2 Mar 2026, 10:00", "bar-stood");
        clock.setLocal("2026-03-06T12:00");
        handler.post("/api/v1/complaints/" + number + "/resume", "{}");
        assertThat(jdbc.sql("select due_at from case_clock k join complaint c on c.id = k.complaint_id where c.number = ? and k.kind = 'PROMISE'")
                .param(number).query(Instant.class).single())
                .isEqualTo(LocalDateTime.parse("2026-03-13T11:00").atZone(MovableClock.ZONE).toInstant());
        assertThat(page("en", "")).contains("Waiting for others added 32 h 0 min", "+32 h 0 min", "69 h 30 min");
        assertThat(page("en", "?until=2026-04-06T12:00")).as("no more than the five working days that may be waited in all")
                .contains("instead of 13 Mar 2026, 11:00");
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        Browser specialist = new Browser(url("")).as("specialist");
        for (Map.Entry<String, String> wrong : Map.of("soon", "soon is not a date and time", "2026-03-01T09:00", "Choose a moment between now",
                "2099-01-01T09:00", "Choose a moment between now").entrySet()) {
            var answer = specialist.get("/cases/" + number + "/clock?until=" + wrong.getKey());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(wrong.getValue(), "value=\"" + wrong.getKey());
        }
    }

    @Test
    void theInterfaceTellsTheSameLedger() {
        var ledger = Api.json(Api.as(url(""), "specialist").get("/api/v1/complaints/" + number + "/clocks/PROMISE"));
        var first = ledger.path("items").path(0);
        assertThat(first.path("what").asText()).isEqualTo("STARTED");
        assertThat(first.path("minutes").asInt()).isEqualTo(2250);
        assertThat(first.path("totalMinutes").asInt()).isEqualTo(2250);
        assertThat(first.path("dueAt").asText()).isEqualTo("2026-03-09T09:00:00+08:00");
        assertThat(ledger.path("why").asText()).startsWith("The clock “Promise to the customer” is due 9 Mar 2026, 09:00");
    }

    @Test
    void nightsAndDaysOffAreHatchedAndNothingIsDrawnOutside() {
        String page = page("en", "");
        var bars = Pattern.compile("<rect class=\"closed\"[^>]* x=\"([\\d.]+)\"[^>]* width=\"([\\d.]+)\"").matcher(page);
        int count = 0;
        while (bars.find()) {
            count++;
            assertThat(Double.parseDouble(bars.group(1))).isGreaterThanOrEqualTo(200);
            assertThat(Double.parseDouble(bars.group(1)) + Double.parseDouble(bars.group(2))).isLessThanOrEqualTo(990.5);
        }
        assertThat(count).as("lunch and night of each day, and a weekend").isGreaterThan(8);
    }

    private String page(String language, String query) {
        var answer = new Browser(url("")).speaking(language).as("specialist").get("/cases/" + number + "/clock" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void complete(String account, String body) {
        Api api = Api.as(url(""), account);
        for (String scope : new String[] {"mine", "claimable"}) {
            for (var task : Api.json(api.get("/api/v1/tasks?limit=200&scope=" + scope)).path("items")) {
                if (task.path("caseNumber").asText().equals(number)) {
                    api.post("/api/v1/tasks/" + task.path("id").asText() + "/claim", "{}");
                    var answer = api.post("/api/v1/tasks/" + task.path("id").asText() + "/complete", body);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    return;
                }
            }
        }
        throw new AssertionError(account + " has no task of " + number);
    }
}
