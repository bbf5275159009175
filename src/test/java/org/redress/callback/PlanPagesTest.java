package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.shared.Business;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan page as managers, directors and designers see it, without scripts. */
class PlanPagesTest extends RedressTest {

    @Autowired
    private ServiceJobs jobs;

    @Test
    void aManagerTriesAPlanReleasesItAndReadsWhoDidWhat() {
        jobs.intake(IntStream.range(0, 200).mapToObj(n -> new ServiceJob("Y-" + n, Business.COUNTER_SERVICE, clock.instant().minus(Duration.ofDays(10)), null,
                "hall-1", "clerk", new ServiceJob.JobCustomer("A-Y" + n, "李华", "0755 5555 0101", null), false)).toList());
        int picked = jdbc.sql("select count(*) from service_job where sampled").query(Integer.class).single();
        Browser manager = new Browser(url("")).as("manager");
        String page = manager.get("/callbacks/plan?lang=en").body();
        assertThat(page).contains("Calls of February 2026", "means " + picked + " calls. 2 agents make 4,400 to 5,000: it fits.", "came with the product");
        assertThat(page).doesNotContain("Release the plan");

        var wrong = manager.post("/callbacks/plan", Map.of("revision", "0", "month", "2026-02", "rate-0", "many", "window-0", "99", "do", "save"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#rate-0\"", "value=\"many\"", "Write a whole number from 0 to 100");

        int counter = 4;
        assertThat(manager.post("/callbacks/plan", Map.of("revision", "0", "month", "2026-02", "rate-" + counter, "100", "do", "save")).statusCode()).isEqualTo(302);
        assertThat(manager.get("/callbacks/plan?month=2026-02").body()).contains("counter: 20 % becomes 100 %", "The draft means 200 calls.", "Release the plan");
        manager.post("/callbacks/plan", Map.of("revision", "1", "month", "2026-02", "new-business", "COUNTER_SERVICE", "new-team", "hall-1", "new-rate", "0",
                "new-window", "7", "do", "add"));
        assertThat(manager.get("/callbacks/plan?month=2026-02").body()).contains("counter-service-hall-1: new, 0 %", "The draft means 0 calls.");
        assertThat(manager.post("/callbacks/plan", Map.of("revision", "1", "do", "remove-0")).statusCode()).as("an old page").isEqualTo(409);
        manager.post("/callbacks/plan", Map.of("revision", "2", "month", "2026-02", "do", "remove-0"));
        assertThat(manager.post("/callbacks/plan/release", Map.of("revision", "3", "note", "")).body()).contains("href=\"#note\"");
        assertThat(manager.post("/callbacks/plan/release", Map.of("revision", "3", "note", "Every counter customer is asked in spring")).statusCode()).isEqualTo(302);
        assertThat(manager.get("/callbacks/plan?lang=zh-CN").body()).contains("计划已发布", "Every counter customer is asked in spring", "由20 %调整为100 %", "需回访200户");
        assertThat(manager.post("/callbacks/plan/drop", Map.of("revision", "3")).statusCode()).isEqualTo(409);
        assertThat(manager.get("/callbacks/plan?month=spring").statusCode()).isEqualTo(400);
    }

    @Test
    void aDirectorLooksOnAndAnAgentDoesNot() {
        Browser director = new Browser(url("")).as("director");
        assertThat(director.get("/callbacks/plan?lang=en").body()).contains("Call plan").doesNotContain("name=\"do\"");
        assertThat(director.post("/callbacks/plan", Map.of("revision", "0", "do", "remove-0")).statusCode()).isEqualTo(403);
        assertThat(new Browser(url("")).as("agent").get("/callbacks/plan").statusCode()).isEqualTo(403);
        assertThat(new Browser(url("")).as("designer").get("/callbacks/plan?lang=en").body()).contains("name=\"do\"");
    }
}
