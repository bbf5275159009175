package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.figure.FigureUpkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two years of a company: {@code bench.jobs} service jobs and {@code bench.answers} answers of customers, sent in by the interface as another
 * system would, 10,000 a call; then every page that shows figures. What is generated follows from {@code bench.seed}: seven kinds of work, four teams
 * with ten people each, 100,000 customers in five regions, one answer in ten without a rating, one in two hundred dissatisfied. The jobs end
 * fifteen days ago: whoever was to be called has been missed, so that no process starts.
 */
@Bench
class ProgrammeTest extends WholeHouse {

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeTest.class);

    private static final int JOBS = Integer.getInteger("bench.jobs", 1_000_000);
    private static final int ANSWERS = Integer.getInteger("bench.answers", 300_000);
    private static final int A_CALL = 10_000;
    private static final int CUSTOMERS = 100_000;
    private static final int DAYS = 730;
    private static final int NEWEST = 15;
    private static final int ROUNDS = 12;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<String> BUSINESSES = List.of("COUNTER_SERVICE", "COUNTER_SERVICE", "METER_READING", "REPAIR", "REPAIR", "SAFETY_CHECK",
            "IGNITION", "ALTERATION", "EMERGENCY_REPAIR");
    private static final List<String> TEAMS = List.of("hall-1", "hall-2", "repair-1", "repair-2");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FigureUpkeep upkeep;

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(Size.SEED);

    @Test
    void twoYearsOfACompany() throws JsonProcessingException {
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(NEWEST));
        Api api = Api.as("http://127.0.0.1:" + port, "admin");
        load("service jobs", JOBS, from -> send(api, "/api/v1/service-jobs", Map.of("jobs", jobs(from, end))));
        load("answers", ANSWERS, from -> send(api, "/api/v1/evaluations", Map.of("items", answers(from, end))));
        long start = System.nanoTime();
        upkeep.catchUp();
        Report.line("Programme: counting what the background had not counted yet", Report.number((System.nanoTime() - start) / 1e9) + " s");
        jdbc.sql("vacuum analyze").update();

        LocalDate month = end.atZone(ZONE).toLocalDate().withDayOfMonth(1);
        LocalDate year = LocalDate.of(month.getYear(), 1, 1);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("figures of a month", "/reports?kind=month&from=" + month);
        pages.put("figures of a year", "/reports?kind=year&from=" + year);
        pages.put("figures of complaints of a year", "/reports?kind=year&group=handling&from=" + year);
        pages.put("satisfaction of a year by team", "/reports/SATISFACTION_PUBLISHED?kind=year&from=" + year + "&dimension=team");
        pages.put("satisfaction of a year by employee", "/reports/SATISFACTION_RATED?kind=year&from=" + year + "&dimension=employee");
        pages.put("coverage of a year by business", "/reports/COVERAGE?kind=year&from=" + year + "&dimension=business");
        pages.put("rows behind the called of a year", "/reports/rows?figure=SATISFACTION_PUBLISHED&part=denominator&from=" + year + "&to=" + year.plusYears(1));
        pages.put("the plan over a month", "/callbacks/plan?month=" + month.toString().substring(0, 7));
        pages.put("thematic calls", "/campaigns");
        pages.put("list of briefings", "/briefings");
        pages.put("the flow", "/board/flow");
        Browser manager = new Browser("http://127.0.0.1:" + port).as("manager");
        double worst = 0;
        for (var page : pages.entrySet()) {
            worst = Math.max(worst, measure(page.getKey(), () -> manager.get(page.getValue()).statusCode()));
        }
        Api reader = Api.as("http://127.0.0.1:" + port, "manager");
        worst = Math.max(worst, measure("briefing of a year over the interface", () -> reader.get("/api/v1/briefings/year?from=" + year).statusCode()));
        worst = Math.max(worst, measure("briefing of a month over the interface",
                () -> reader.get("/api/v1/briefings/month?from=" + month).statusCode()));
        Report.atMost("Programme: p95 of the slowest page", worst, 1_000, 300, " ms");
        assertThat(jdbc.sql("select count(*) from service_job").query(Long.class).single()).isGreaterThanOrEqualTo(JOBS);
    }

    private interface Call {
        int send(int from) throws JsonProcessingException;
    }

    private void load(String what, int rows, Call call) throws JsonProcessingException {
        long start = System.nanoTime();
        int accepted = 0;
        for (int from = 0; from < rows; from += A_CALL) {
            accepted += call.send(from);
            LOG.info("{} of {} {} in {} s", accepted, rows, what, (System.nanoTime() - start) / 1_000_000_000);
        }
        assertThat(accepted).as(what).isEqualTo(rows);
        double seconds = (System.nanoTime() - start) / 1e9;
        Report.line("Programme: " + rows + " " + what + " over HTTP", Report.number(seconds) + " s, " + Report.number(rows / seconds) + " a second");
    }

    private int send(Api api, String path, Map<String, Object> body) throws JsonProcessingException {
        var answer = api.post(path, json.writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var told = Api.json(answer);
        assertThat(told.get("rejected")).as(answer.body()).isEmpty();
        return told.get("accepted").asInt();
    }

    private List<Map<String, Object>> jobs(int from, Instant end) {
        List<Map<String, Object>> jobs = new ArrayList<>();
        for (int i = from; i < Math.min(from + A_CALL, JOBS); i++) {
            Map<String, Object> job = done(i, "BENCH-", end);
            int customer = random.nextInt(CUSTOMERS);
            job.put("customer", Map.of("account", "B%06d".formatted(customer), "name", "客户" + customer, "phone", "0755-%08d".formatted(customer),
                    "segment", customer % 50 == 0 ? "VIP" : customer % 20 == 0 ? "LOW_INCOME" : "ORDINARY"));
            jobs.add(job);
        }
        return jobs;
    }

    private List<Map<String, Object>> answers(int from, Instant end) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = from; i < Math.min(from + A_CALL, ANSWERS); i++) {
            Map<String, Object> item = done(i, "ANSWER-", end);
            item.put("calledAt", Instant.parse((String) item.get("doneAt")).plus(Duration.ofHours(1 + random.nextInt(200))).toString());
            item.put("reached", random.nextInt(100) < 92);
            item.put("scale", "GRADE5");
            if (Boolean.TRUE.equals(item.get("reached")) && random.nextInt(10) > 0) {
                int luck = random.nextInt(1_000);
                item.put("rating", luck < 30 ? "EXCELLENT" : luck < 980 ? "GOOD" : luck < 995 ? "FAIR" : "FAIL");
            }
            items.add(item);
        }
        return items;
    }

    private Map<String, Object> done(int number, String prefix, Instant end) {
        String business = BUSINESSES.get(random.nextInt(BUSINESSES.size()));
        boolean hall = business.equals("COUNTER_SERVICE") || business.equals("METER_READING");
        String team = TEAMS.get((hall ? 0 : 2) + random.nextInt(2));
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("externalId", prefix + number);
        done.put("business", business);
        done.put("doneAt", end.minus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60))).toString());
        done.put("team", team);
        done.put("employee", team + "-" + random.nextInt(10));
        return done;
    }

    private interface Page {
        int open();
    }

    private static double measure(String what, Page page) {
        double[] took = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long start = System.nanoTime();
            assertThat(page.open()).as(what).isEqualTo(200);
            if (round >= 0) {
                took[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(took);
        double p95 = took[(int) Math.ceil(ROUNDS * 0.95) - 1];
        Report.line("Programme: " + what, "p50 " + Report.number(took[ROUNDS / 2]) + " ms, p95 " + Report.number(p95) + " ms");
        return p95;
    }
}
