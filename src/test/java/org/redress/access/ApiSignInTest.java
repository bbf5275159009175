package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The way in, for other systems. */
class ApiSignInTest extends RedressTest {

    private static final String JOBS = "/api/v1/service-jobs";

    @Autowired
    private Accounts accounts;

    @Test
    void withoutANameItIs401AsAProblemAndLeavesNoCookie() {
        var refused = Api.nobody(url("")).post(JOBS, "{}");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(how -> assertThat(how).startsWith("Basic"));
        assertThat(refused.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(Api.json(refused).get("status").asInt()).isEqualTo(401);
    }

    @Test
    void aCallLeavesNoSessionAndNoCookie() {
        var answer = Api.as(url(""), "agent").post(JOBS, "{\"jobs\":[]}");
        assertThat(answer.statusCode()).isLessThan(500).isNotIn(401, 403);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = 'agent'").query(Integer.class).single()).isZero();
    }

    @Test
    void aVerifiedPasswordIsRememberedUntilItChanges() {
        var api = Api.as(url(""), "agent2");
        assertThat(api.post(JOBS, "{\"jobs\":[]}").statusCode()).isNotEqualTo(401);
        accounts.give("agent2", "quite another one");
        assertThat(api.post(JOBS, "{\"jobs\":[]}").statusCode()).isEqualTo(401);
        assertThat(Api.as(url(""), "agent2", "quite another one").post(JOBS, "{\"jobs\":[]}").statusCode()).isNotEqualTo(401);
    }

    @Test
    void aPasswordChangedOnAnotherNodeCountsAfterAMinute() {
        var api = Api.as(url(""), "intake");
        assertThat(api.post(JOBS, "{\"jobs\":[]}").statusCode()).isNotEqualTo(401);
        jdbc.sql("update account set password_hash = '{bcrypt}changed' where username = 'intake'").update();
        assertThat(api.post(JOBS, "{\"jobs\":[]}").statusCode()).as("remembered").isNotEqualTo(401);
        clock.advance(Duration.ofSeconds(61));
        assertThat(api.post(JOBS, "{\"jobs\":[]}").statusCode()).isEqualTo(401);
    }

    @Test
    void aLockedAccountIsToldUntilWhen() {
        var wrong = Api.as(url(""), "director", "wrong");
        for (int i = 0; i < 5; i++) {
            assertThat(wrong.post(JOBS, "{}").statusCode()).isEqualTo(401);
        }
        assertThat(Api.json(Api.as(url(""), "director").post(JOBS, "{}")).get("detail").asText()).contains("locked until");
    }
}
