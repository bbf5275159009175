package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.shared.Business;
import org.springframework.beans.factory.annotation.Autowired;

/** The call list and the call sheet as agents see them. */
class CallPagesTest extends RedressTest {

    @Autowired
    private ServiceJobs jobs;
    @Autowired
    private ObjectMapper json;

    @Test
    void aCallIsTakenByOneAgentAndAComplaintHeardBecomesACase() throws JsonProcessingException {
        String task = call("P-1");
        Browser agent = new Browser(url("")).as("agent");
        Browser other = new Browser(url("")).as("agent2");
        assertThat(agent.get("/callbacks?lang=en").body()).contains("P-1", "Li Hua P-1", "Repair", "New (");
        assertThat(agent.get("/callbacks/" + task).body()).as("the number is for who takes the call").contains("Take the call").doesNotContain("tel:");

        assertThat(agent.post("/callbacks/" + task + "/open", Map.of()).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/callbacks/" + task));
        assertThat(agent.get("/callbacks/" + task).body()).contains("tel:0755-88881234", "data-form", "我是 周敏", "Complaints so far");
        assertThat(other.post("/callbacks/" + task + "/open", Map.of()).statusCode()).isEqualTo(409);
        assertThat(other.get("/callbacks?lang=en").body()).doesNotContain("P-1");

        var wrong = agent.post("/callbacks/" + task + "/complete", Map.of("answers", json.writeValueAsString(Map.of("reached", true, "scale", "GRADE9"))));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("data-errors", "error-summary", "tel:0755-88881234");

        var done = agent.post("/callbacks/" + task + "/complete", Map.of("answers", json.writeValueAsString(Map.of("reached", true, "appointmentKept", false,
                "scale", "GRADE5", "rating", "FAIL", "complaint", true, "complaintSummary", "The fitter came two hours late"))));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        String number = jdbc.sql("select number from complaint where service_job = 'P-1'").query(String.class).single();
        assertThat(agent.get("/callbacks?lang=en").body()).contains("The call is recorded.", "/cases/" + number).doesNotContain("Li Hua P-1");
        assertThat(jdbc.sql("select state || ' ' || outcome || ' ' || case_number from follow_up_call where case_number is not null").query(String.class).single())
                .isEqualTo("COMPLAINT COMPLAINT " + number);
    }

    @Test
    void withoutScriptsACallThatReachedNobodyLeavesTheListUntilItsTime() {
        String task = call("P-2");
        Browser agent = new Browser(url("")).as("agent");
        agent.post("/callbacks/" + task + "/open", Map.of());
        assertThat(agent.get("/callbacks/" + task).body()).as("fields for a browser without scripts").contains("name=\"field.reached\"");
        assertThat(agent.post("/callbacks/" + task + "/complete", Map.of("field.suggestion", "")).statusCode()).as("nothing said").isEqualTo(422);
        agent.post("/callbacks/" + task + "/complete", Map.of("field.reached", "false"));
        assertThat(jdbc.sql("select c.attempts from follow_up_call c join service_job j on j.id = c.job_id where j.external_id = 'P-2'")
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(agent.get("/callbacks").body()).doesNotContain("P-2");
    }

    @Test
    void theNextCallComesWithItsNumberAndAPlaceForTheRecording() {
        String task = call("P-3");
        jdbc.sql("update follow_up_call set state = 'LAPSED' where id not in (select subject_id from open_task where id = ?)").param(task).update();
        Browser agent = new Browser(url("")).as("agent2");
        assertThat(agent.get("/callbacks?lang=en").body()).contains("Next call", "at the planned pace of", "Everybody: 1 to make now");
        var next = agent.post("/callbacks/next", Map.of());
        assertThat(next.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/callbacks/" + task));
        assertThat(agent.get("/callbacks/" + task + "?lang=en").body()).contains("data-presence=\"/callbacks/presence\"", "Reference of the recording", "Never call again",
                "href=\"https://cti.example/dial?number=075588881234&amp;call=", "rel=\"noopener noreferrer\"");
        assertThat(agent.get("/callbacks/presence").statusCode()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from agent_presence where username = 'agent2'").query(Integer.class).single()).isEqualTo(1);

        var tooLong = agent.post("/callbacks/" + task + "/complete", Map.of("field.reached", "false", "recording", "x".repeat(201)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("href=\"#recording\"", "recording-error");
        assertThat(agent.post("/callbacks/" + task + "/complete", Map.of("field.reached", "false", "recording", " REC-3 ")).statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select recording from call_attempt where agent = 'agent2'").query(String.class).list()).containsExactly("REC-3");
        assertThat(agent.post("/callbacks/next", Map.of()).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/callbacks"));
        assertThat(agent.get("/callbacks?lang=en").body()).contains("No calls to make now");
    }

    @Test
    void aCustomerWhoWantsNoCallsIsLeftAlone() {
        String task = call("P-4");
        Browser agent = new Browser(url("")).as("agent");
        assertThat(agent.post("/callbacks/" + task + "/decline", Map.of()).statusCode()).as("not taken yet").isEqualTo(409);
        agent.post("/callbacks/" + task + "/open", Map.of());
        assertThat(agent.post("/callbacks/" + task + "/decline", Map.of("recording", "REC-4")).statusCode()).isEqualTo(302);
        assertThat(agent.get("/callbacks?lang=en").body()).contains("is not called again").doesNotContain("P-4");
        assertThat(jdbc.sql("select c.state || ' ' || k.do_not_call from follow_up_call c join service_job j on j.id = c.job_id join customer k on k.id = j.customer_id where j.external_id = 'P-4'")
                .query(String.class).single()).isEqualTo("DO_NOT_CALL true");
        agent.post("/logout", Map.of());
    }

    @Test
    void aHandlerHasNoCallList() {
        assertThat(new Browser(url("")).as("handler").get("/callbacks").statusCode()).isEqualTo(403);
    }

    private String call(String id) {
        jobs.intake(List.of(new ServiceJob(id, Business.REPAIR, clock.instant().minus(Duration.ofHours(20)), null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-" + id, "Li Hua " + id, "0755-8888 1234", null), false)));
        return jdbc.sql("select id from open_task where kind = 'CALL' and subject = :id").param("id", id).query(String.class).single();
    }
}
