package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.shared.Business;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Ten thousand jobs in one call: all of them are taken, drawn and put on the list, and none twice. */
class ManyJobsTest extends RedressTest {

    private static final int JOBS = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(ManyJobsTest.class);

    @Autowired
    private ObjectMapper json;

    @Test
    void tenThousandJobsInOneCall() throws JsonProcessingException {
        List<Map<String, Object>> jobs = new ArrayList<>();
        Business[] businesses = Business.values();
        for (int n = 0; n < JOBS; n++) {
            String phone = n % 50 == 0 ? "" : "0755 55" + (10_000 + n);
            jobs.add(Map.of("externalId", "M-" + n, "business", n == 1 ? "PLUMBING" : businesses[n % businesses.length].name(),
                    "doneAt", clock.instant().minus(Duration.ofHours(n % 480)).toString(), "team", n == 2 ? "nobody" : n % 2 == 0 ? "repair-1" : "hall-1",
                    "employee", "handler", "customer", Map.of("account", "M-" + n % 9_000, "name", "李" + n, "phone", phone)));
        }
        long before = System.nanoTime();
        JsonNode answer = send(jobs);
        LOG.info("{} jobs in {} ms", JOBS, (System.nanoTime() - before) / 1_000_000);
        assertThat(answer.path("accepted").asInt()).isEqualTo(JOBS - 2);
        assertThat(answer.path("rejected").findValuesAsText("field")).containsExactly("business", "team");

        Map<String, Integer> states = jdbc.sql("select c.state, count(*) as n from follow_up_call c group by c.state")
                .query((row, at) -> Map.entry(row.getString("state"), row.getInt("n"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        int sampled = jdbc.sql("select count(*) from service_job where sampled").query(Integer.class).single();
        assertThat(states.values().stream().mapToInt(Integer::intValue).sum()).as("a line for every job that was picked").isEqualTo(sampled);
        assertThat(states).containsOnlyKeys("OPEN", "NO_PHONE", "LAPSED");
        assertThat(sampled).isEqualTo(jdbc.sql("select count(*) from service_job where bucket < rate * 100").query(Integer.class).single());
        assertThat(jdbc.sql("select count(*) from open_task t join follow_up_call c on t.kind = 'CALL' and c.id = t.subject_id and c.state = 'OPEN'")
                .query(Integer.class).single()).isEqualTo(states.get("OPEN"));
        assertThat(jdbc.sql("select count(*) from act_ru_execution where parent_id_ is null and business_key_ like 'M-%'").query(Integer.class).single())
                .as("one process each").isEqualTo(states.get("OPEN"));

        JsonNode again = send(jobs);
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("duplicates").asInt()).isEqualTo(JOBS - 2);
        assertThat(jdbc.sql("select count(*) from service_job").query(Integer.class).single()).isEqualTo(JOBS - 2);
    }

    private JsonNode send(List<Map<String, Object>> jobs) throws JsonProcessingException {
        return RestClient.create(url("/api/v1/service-jobs")).post().headers(headers -> headers.setBasicAuth("agent", "redress-demo"))
                .contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsString(Map.of("jobs", jobs))).retrieve().toEntity(JsonNode.class).getBody();
    }
}
