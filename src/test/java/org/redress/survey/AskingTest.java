package org.redress.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.Forgets;
import org.redress.RedressTest;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJobs;
import org.redress.notification.WebhookChannel;
import org.redress.notification.WebhookChannels;
import org.redress.notification.WebhookShape;
import org.redress.platform.DatabaseBaseline;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers asked by link: who is, what the link shows, what an answer does. */
class AskingTest extends RedressTest {

    @Autowired
    private AskingRules rules;
    @Autowired
    private AskingRounds rounds;
    @Autowired
    private ServiceJobs jobs;
    @Autowired
    private WebhookChannels channels;
    @Autowired
    private DatabaseBaseline database;
    @Autowired
    private List<Forgets> memories;

    private final List<String> unsampled = new ArrayList<>();

    @BeforeEach
    void jobsThatAreNotCalled() {
        database.restore();
        clock.reset();
        memories.forEach(Forgets::forget);
    }

    @Test
    void nobodyIsAskedUntilTheCompanySaysSo() {
        report(10);
        assertThat(rounds.ask(100)).isZero();
        clock.advance(Duration.ofMinutes(1));
        mail(100);
        assertThat(rounds.ask(100)).as("jobs that came in before the rule").isZero();
        assertThat(rules.all()).hasSize(Business.values().length * 2).filteredOn(rule -> rule.share() > 0).hasSize(1);
    }

    @Test
    void onlyJobsThatAreNotCalledAndCustomersWhoMayBeAsked() {
        mail(100);
        report(40);
        long sampled = jdbc.sql("select count(*) from service_job where sampled and external_id like 'M-%'").query(Long.class).single();
        assertThat(sampled).as("some are called").isPositive();
        jdbc.sql("update customer set do_not_call = true where id = (select customer_id from service_job where external_id = ?)").param(unsampled.get(0)).update();
        jdbc.sql("update customer set email = null where id = (select customer_id from service_job where external_id = ?)").param(unsampled.get(1)).update();
        assertThat(rounds.ask(5)).as("no more than is asked for").isEqualTo(5);
        assertThat(rounds.ask(1000) + 5).isEqualTo(unsampled.size() - 2);
        assertThat(rounds.ask(1000)).as("each once").isZero();
        assertThat(jdbc.sql("""
                select count(*) from evaluation where via = 'MAIL' and not reached and source_key like 'LINK:%' and job_id is not null and team = 'repair-1'
                  and employee = 'handler' and business = 'METER_READING'""").query(Integer.class).single()).isEqualTo(unsampled.size() - 2);
        assertThat(jdbc.sql("select count(*) from ask_link l join service_job j on j.id = l.job_id where j.sampled or j.external_id in (:left)")
                .param("left", unsampled.subList(0, 2)).query(Integer.class).single()).isZero();
    }

    @Test
    void aShareKeepsWhomASmallerOnePicked() {
        mail(30);
        report(60);
        int some = rounds.ask(1000);
        assertThat(some).isPositive().isLessThan(unsampled.size());
        Set<Long> first = Set.copyOf(jdbc.sql("select job_id from ask_link").query(Long.class).list());
        mail(100);
        assertThat(rounds.ask(1000)).isEqualTo(unsampled.size() - some);
        assertThat(jdbc.sql("select job_id from ask_link").query(Long.class).set()).containsAll(first);
    }

    @Test
    void openingALinkAnswersNothingAndOneClickMoreDoes() {
        String path = asked();
        Browser customer = new Browser(url(""));
        HttpResponse<String> page = customer.get(path + "?grade=GOOD&lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Meter reading", "value=\"GOOD\" checked", "Excellent").doesNotContain("王小明", "handler", "repair-1", "??");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValueSatisfying(robots -> assertThat(robots).contains("noindex"));
        assertThat(state()).isEqualTo("false null null");

        assertThat(customer.post(path, Map.of("rating", "GOOD", "words", "很好")).statusCode()).isEqualTo(302);
        assertThat(state()).isEqualTo("true GOOD SATISFIED");
        assertThat(customer.get(path + "?lang=zh-CN").body()).contains("修改", "很好", "优秀");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = 'EVALUATION' and actor = '@customer'").query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from complaint").query(Integer.class).single()).isZero();
    }

    @Test
    void aDissatisfiedAnswerOpensACaseWithEverythingCarriedOver() {
        String path = asked();
        Browser customer = new Browser(url(""));
        customer.get(path);
        customer.post(path, Map.of("rating", "GOOD"));
        clock.advance(Duration.ofHours(20));
        customer.post(path, Map.of("rating", "FAIL", "words", "抄错了表"));
        assertThat(state()).isEqualTo("true FAIL DISSATISFIED");
        Map<String, Object> opened = jdbc.sql("select * from complaint").query().singleRow();
        assertThat(opened).containsEntry("channel", "WEB").containsEntry("words", "抄错了表").containsEntry("service_job", unsampled.get(0))
                .containsEntry("business", "METER_READING").containsEntry("complainant", "王小明 " + unsampled.get(0));
        assertThat(jdbc.sql("select case_number from evaluation where source_key like 'LINK:%'").query(String.class).single()).isEqualTo(opened.get("number"));
        customer.post(path, Map.of("rating", "PASS"));
        customer.post(path, Map.of("rating", "FAIL"));
        assertThat(jdbc.sql("select count(*) from complaint").query(Integer.class).single()).as("once").isEqualTo(1);

        clock.advance(Duration.ofHours(5));
        HttpResponse<String> later = customer.get(path + "?lang=en");
        assertThat(later.statusCode()).isEqualTo(410);
        assertThat(later.body()).contains("cannot be changed any more").doesNotContain("<form class=\"panel\"");
        assertThat(customer.post(path, Map.of("rating", "GOOD")).statusCode()).isEqualTo(409);
        assertThat(state()).isEqualTo("true FAIL DISSATISFIED");
    }

    @Test
    void whatIsNoAnswerIsRefusedWithASentence() {
        String path = asked();
        Browser customer = new Browser(url(""));
        customer.get(path + "?lang=en");
        HttpResponse<String> nothing = customer.post(path, Map.of());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Choose one of the answers.");
        assertThat(customer.post(path, Map.of("rating", "5")).body()).contains("5 is no grade of the scale GRADE5. Allowed are: EXCELLENT, GOOD, FAIR, PASS, FAIL");
        assertThat(customer.post(path, Map.of("rating", "GOOD", "words", "x".repeat(2001))).statusCode()).isEqualTo(422);
        assertThat(state()).isEqualTo("false null null");
    }

    @Test
    void aLinkEndsWithTheWindowAndAWrongOneTellsNothing() {
        String path = asked();
        Browser customer = new Browser(url(""));
        clock.advance(Duration.ofDays(15));
        assertThat(customer.get(path + "?lang=en").statusCode()).isEqualTo(410);
        assertThat(customer.get(path + "?lang=en").body()).contains("open for 14 days").doesNotContain("name=\"rating\"");
        assertThat(customer.get("/rate/" + "A".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(customer.get("/rate/short").statusCode()).isEqualTo(404);
        IntStream.range(0, 30).forEach(time -> customer.get("/rate/" + "B".repeat(32)));
        assertThat(customer.get(path).statusCode()).as("who guesses learns nothing any more").isEqualTo(429);
    }

    @Test
    void anSmsGatewayIsGivenOneNumberAndATextInTheCustomersLanguage() {
        assertThatThrownBy(() -> rules.set(List.of(new AskingRule(Business.METER_READING, Via.SMS, 100, "sms")))).hasMessageContaining("gateway");
        channels.add(new WebhookChannel("sms", new Bilingual("SMS", "短信"), "https://sms.example/send", WebhookShape.SMS, null, "secret", "en", List.of(), 60, true, 0));
        rules.set(List.of(new AskingRule(Business.METER_READING, Via.SMS, 100, "sms")));
        report(10);
        assertThat(rounds.ask(100)).isEqualTo(unsampled.size());
        Map<String, Object> message = jdbc.sql("select outlet, template, language, state, filled ->> 'phone' as phone, filled ->> 'link' as link from message where template like 'survey%' order by id limit 1")
                .query().singleRow();
        assertThat(message).containsEntry("outlet", "hook:sms").containsEntry("template", "survey.askSms").containsEntry("language", "zh-CN")
                .containsEntry("state", "WAITING");
        assertThat((String) message.get("phone")).endsWith("1234");
        assertThat((String) message.get("link")).contains("/rate/");
    }

    private void mail(int share) {
        rules.set(List.of(new AskingRule(Business.METER_READING, Via.MAIL, share, null)));
    }

    /** Meter readings: few of them are called. */
    private void report(int number) {
        jobs.intake(IntStream.range(0, number).mapToObj(i -> new ServiceJob("M-" + i, Business.METER_READING, clock.instant().minus(Duration.ofHours(20)), null,
                "repair-1", "handler", new ServiceJob.JobCustomer("A-M-" + i, "王小明 M-" + i, "0755-8888 1234", null), false)).toList());
        jdbc.sql("update customer set email = 'c' || id || '@example.com' where account like 'A-M-%'").update();
        unsampled.clear();
        unsampled.addAll(jdbc.sql("select external_id from service_job where not sampled and external_id like 'M-%' order by id").query(String.class).list());
    }

    /** Asks about one job. @return path of its link */
    private String asked() {
        mail(100);
        report(10);
        rounds.ask(1);
        String link = jdbc.sql("select filled ->> 'link' from message where template = 'survey.ask'").query(String.class).single();
        assertThat(jdbc.sql("select hash from ask_link").query(String.class).single()).matches("[0-9a-f]{64}");
        return link.substring(link.indexOf("/rate/"));
    }

    private String state() {
        return jdbc.sql("select reached || ' ' || coalesce(rating, 'null') || ' ' || coalesce(outcome, 'null') from evaluation where source_key like 'LINK:%'")
                .query(String.class).single();
    }
}
