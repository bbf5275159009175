package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Keyboard;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.CallListPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent's morning: ten calls one after the other, and no hand on a mouse. */
class MorningOfCallsTest extends BrowserTest {

    /** What is pressed for one call: reached?, appointment kept?, the grade. */
    private static final List<List<String>> ANSWERS = List.of(List.of("y", "y", "1"), List.of("y", "y", "2"), List.of("n"), List.of("y", "y", "2"),
            List.of("y", "n", "3"), List.of("y", "y", "5"), List.of("y", "y"), List.of("y", "y", "2"), List.of("n"), List.of("y", "y", "1"));

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void tenCallsByKeyboard(String language) {
        String prefix = "MORNING-" + language + "-";
        sendJobs(prefix);
        Person agent = people.signIn("agent", Locale.forLanguageTag(language));
        agent.goTo("/");
        var keys = new Keyboard(agent);
        keys.press("g", "q");
        agent.page().waitForURL("**/callbacks");
        List<String> jobs = new ArrayList<>();
        for (List<String> answer : ANSWERS) {
            jobs.add(call(agent, keys, answer));
        }
        assertThat(jobs).as("no customer twice").doesNotHaveDuplicates();
        assertThat(answered(jobs)).as("what was pressed is what is known, in the order of the calls")
                .containsExactly("EXCELLENT SATISFIED", "GOOD SATISFIED", "missed", "GOOD SATISFIED", "FAIR NEUTRAL", "FAIL DISSATISFIED case",
                        "unrated UNRATED", "GOOD SATISFIED", "missed", "EXCELLENT SATISFIED");
    }

    /** @return number of the job that was called about */
    private static String call(Person agent, Keyboard keys, List<String> answer) {
        keys.press("d");
        agent.page().waitForURL("**/callbacks/*");
        var form = new CallListPage(agent).sheet().form();
        String job = agent.main().locator("dd").nth(1).textContent();
        assertThat(form).isNotNull();
        answer.forEach(keys::press);
        keys.press("c");
        agent.page().waitForURL("**/callbacks");
        return job;
    }

    private List<String> answered(List<String> jobs) {
        return jobs.stream().map(job -> jdbc.sql("""
                select case when c.scale is null then 'missed' else coalesce(c.rating, 'unrated') || ' ' || c.outcome
                    || case when c.case_number is null then '' else ' case' end end
                from follow_up_call c join service_job j on j.id = c.job_id where j.external_id = :job""").param("job", job)
                .query(String.class).single()).toList();
    }

    private void sendJobs(String prefix) {
        var api = new Api(url(""));
        api.post("intake", "/service-jobs", Map.of("jobs", IntStream.range(0, ANSWERS.size() + 2).mapToObj(i -> Map.of("externalId", prefix + i,
                "business", "REPAIR", "doneAt", clock.instant().minus(Duration.ofHours(30L + i)).toString(), "team", "repair-1", "employee", "handler",
                "customer", Map.of("account", prefix + i, "name", "M. " + prefix + i, "phone", "0755-0100 30%02d".formatted(i)))).toList()));
    }
}
