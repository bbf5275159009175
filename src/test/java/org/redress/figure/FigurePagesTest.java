package org.redress.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures as other systems read them, and the pages people keep them with. */
class FigurePagesTest extends RedressTest {

    private static final int LOOKS = 2_000;

    @Autowired
    private FigureChecks checks;

    @Test
    void aFigureWithAllItIsMadeOf() {
        new FigureData(jdbc, 3, clock.instant().minusSeconds(40 * 86_400L), clock.instant()).jobs(60);
        LocalDate from = clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().minusDays(45);
        JsonNode answer = Api.json(Api.as(url(""), "manager").speaking("zh-CN").get("/api/v1/figures/coverage?by=team&from=" + from + "&to=" + from.plusDays(60)));
        assertThat(answer.get("figure").get("name").asText()).isEqualTo("回访率");
        assertThat(answer.get("figure").get("formula").asText()).contains("÷");
        assertThat(answer.get("waiting").asInt()).isZero();
        long sum = 0;
        for (JsonNode line : answer.get("lines")) {
            sum += line.get("denominator").asLong();
        }
        assertThat(answer.get("total").get("denominator").asLong()).isPositive().isEqualTo(sum);
        assertThat(answer.get("total").get("leftOut").get("OPEN").asInt()).isPositive();
        assertThat(answer.get("total").get("interval").get("low").decimalValue()).isLessThan(answer.get("total").get("value").decimalValue());
        assertThat(Api.json(Api.as(url(""), "leader").get("/api/v1/figures")).size()).isEqualTo(Figure.values().length);
        assertThat(Api.json(Api.as(url(""), "leader").get("/api/v1/figures/SATISFACTION_RATED?period=week&by=period&from=" + from + "&to=" + from.plusDays(21))).get("lines").size())
                .isGreaterThanOrEqualTo(3);
        assertThat(Api.json(Api.as(url(""), "manager").get("/api/v1/figures/asked-shares?period=month&from=" + from)).get("rule").asText()).contains("5 %");
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        Api manager = Api.as(url(""), "manager");
        assertThat(manager.get("/api/v1/figures/happiness").statusCode()).isEqualTo(404);
        assertThat(manager.get("/api/v1/figures/coverage?by=moon").statusCode()).isEqualTo(422);
        assertThat(manager.get("/api/v1/figures/coverage?from=yesterday").statusCode()).isEqualTo(422);
        assertThat(manager.get("/api/v1/figures/coverage?from=2026-02-01&to=2026-01-01").statusCode()).isEqualTo(422);
        assertThat(manager.post("/api/v1/figures/base-numbers", "{\"items\": [{\"kind\": \"MOONS\", \"month\": \"2026-01-01\", \"n\": 4}]}").statusCode()).isEqualTo(422);
        assertThat(manager.post("/api/v1/figures/base-numbers", "{\"items\": [{\"kind\": \"CALLS_HANDLED\", \"month\": \"2026-01-02\", \"n\": 4}]}").statusCode()).isEqualTo(422);
        assertThat(manager.post("/api/v1/figures/base-numbers", "{\"items\": [{\"kind\": \"CALLS_HANDLED\", \"month\": \"2026-01-01\", \"n\": 4}]}").statusCode()).isEqualTo(200);
    }

    @Test
    void numbersAndTargetsAreEntered() {
        Browser manager = new Browser(url("")).as("manager");
        assertThat(manager.get("/admin/base-numbers").body()).contains("98 %");
        assertThat(manager.post("/admin/base-numbers", Map.of("kind", "SERVED_CUSTOMERS", "month", "2026-01", "region", "", "n", "41,200")).statusCode()).isEqualTo(302);
        assertThat(manager.get("/admin/base-numbers").body()).contains("41,200");
        var wrong = manager.post("/admin/base-numbers", Map.of("kind", "SERVED_CUSTOMERS", "month", "soon", "region", "", "n", "many"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("error-summary", "many");
        assertThat(manager.post("/admin/base-numbers/remove", Map.of("kind", "SERVED_CUSTOMERS", "month", "2026-01-01", "region", "")).statusCode()).isEqualTo(302);
        assertThat(manager.get("/admin/base-numbers").body()).doesNotContain("41,200");
        assertThat(manager.post("/admin/base-numbers/targets", Map.of("figure", "COVERAGE", "atLeast", "true", "percent", "95.5")).statusCode()).isEqualTo(302);
        assertThat(manager.get("/admin/base-numbers").body()).contains("≥ 95.5 %");
        assertThat(manager.post("/admin/base-numbers/targets", Map.of("figure", "COVERAGE", "atLeast", "true", "percent", "955")).statusCode()).isEqualTo(422);
        assertThat(manager.post("/admin/base-numbers/targets/remove", Map.of("figure", "COVERAGE")).statusCode()).isEqualTo(302);
        assertThat(manager.get("/admin/base-numbers").body()).doesNotContain("95.5");
    }

    @Test
    void anAdministratorChecksFiguresAndCountsThemAnew() {
        new FigureData(jdbc, 4, clock.instant().minusSeconds(40 * 86_400L), clock.instant()).jobs(20);
        Browser admin = new Browser(url("")).as("admin");
        checked(admin, "COVERAGE");
        assertThat(admin.get("/ops/figures").body()).contains("figures agree with the raw rows");
        jdbc.sql("update figure_sum set n = n + 5 where ctid = (select ctid from figure_sum where subject = 1 and level = 'E' and marks & 16 = 16 limit 1)").update();
        checked(admin, "COVERAGE");
        assertThat(admin.get("/ops/figures").body()).contains("differences found", "Month by employee");
        assertThat(admin.post("/ops/figures/rebuild", Map.of()).statusCode()).isEqualTo(302);
        ended();
        checked(admin, "");
        assertThat(admin.get("/ops/figures").body()).contains(Figure.values().length + " figures agree with the raw rows");
    }

    private void checked(Browser admin, String figure) {
        String from = clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().minusDays(60).toString();
        String to = clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().plusDays(30).toString();
        assertThat(admin.post("/ops/figures/check", Map.of("figure", figure, "from", from, "to", to)).statusCode()).isEqualTo(302);
        assertThat(admin.post("/ops/figures/check", Map.of("figure", figure, "from", from, "to", to)).statusCode()).as("one at a time, or it was quick").isIn(302, 409);
        ended();
    }

    private void ended() {
        for (int look = 0; look < LOOKS; look++) {
            if (checks.newest().orElseThrow().endedAt() != null) {
                assertThat(checks.newest().orElseThrow().failed()).isFalse();
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the check did not end");
    }
}
