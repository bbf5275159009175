package org.redress.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake;
import org.redress.customer.CustomerData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What customers are told, and what not. */
class CustomerMessagesTest extends RedressTest {

    @Autowired
    private ComplaintIntake intake;
    @Autowired
    private CaseLadder ladder;
    @Autowired
    private AutowireCapableBeanFactory beans;

    private final Office office = new Office();

    @BeforeEach
    void mondayMorning() {
        clock.reset();
        beans.autowireBean(office);
    }

    private record Told(String key, String template, String address, String phone, String language, String link) {
    }

    @Test
    void theReceiptCarriesALinkThatOpensTheCase() {
        Api intake = Api.as(url(""), "intake");
        var answer = intake.post("/api/v1/complaints", """
                {"channel": "HOTLINE", "summary": "No gas", "customer": {"name": "Ada Finch", "email": "ada@example.com", "language": "en"}}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = Api.json(answer).path("number").asText();
        assertThat(told(number)).singleElement().satisfies(receipt -> {
            assertThat(receipt.template()).isEqualTo("case.received");
            assertThat(receipt.address()).isEqualTo("ada@example.com");
            assertThat(receipt.language()).isEqualTo("en");
            String path = receipt.link().substring(receipt.link().indexOf("/track/"));
            assertThat(new Browser(url("")).get(path).body()).contains(number, "Your complaint");
        });
        assertThat(intake.post("/api/v1/complaints", """
                {"channel": "HOTLINE", "summary": "No gas", "customer": {"name": "Ada Finch", "email": "ada@example.com, eve@example.com"}}""")
                .body()).contains("customer.email");
    }

    @Test
    void whoLeftOnlyATelephoneIsToldThatWay() {
        String number = capture(CaptureComplaint.by(Channel.HOTLINE).summary("停气").customer(
                new CustomerData(null, "王芳", "0755-0300 0001", null, null, null)));
        assertThat(told(number)).singleElement().satisfies(receipt -> {
            assertThat(receipt.address()).isNull();
            assertThat(receipt.phone()).isEqualTo("0755-0300 0001");
        });
    }

    @Test
    void nobodyIsToldWhereNobodyIsKnownOrAnotherSystemHasTold() {
        assertThat(told(capture(CaptureComplaint.by(Channel.LETTER).summary("匿名来信").anonymous(true)))).isEmpty();
        assertThat(told(capture(CaptureComplaint.by(Channel.HOTLINE).summary("imported").source("old-system").sourceKey("1")
                .customer(new CustomerData(null, "王芳", "0755-0300 0002", null, null, null))))).isEmpty();
    }

    @Test
    void theOutcomeAndEachComingBackAreToldOnce() {
        Customer customer = new Customer(url(""));
        String path = Customer.path(customer.send(Map.of("name", "Ada", "email", "ada@example.com", "words", "It drips")));
        String number = customer.number(path);
        office.assign(number);
        office.sign(number);
        office.resolve(number, clock.instant().toString());
        assertThat(told(number)).extracting(Told::template).as("the review may still want more").containsExactly("case.received");
        office.accept(number);
        office.recallSolved(number);
        customer.post(path + "/reopen", Map.of("reopenReason", "It drips again"));
        office.sign(number);
        office.resolve(number, clock.instant().toString());
        office.accept(number);
        assertThat(told(number)).extracting(Told::template)
                .containsExactly("case.received", "case.resolved", "case.reopened", "case.resolved");
        assertThat(told(number)).extracting(Told::link).as("each has a link of its own").doesNotHaveDuplicates();
        assertThat(told(number)).extracting(Told::key).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select distinct filled ->> 'answer' from message where case_number = ? and template = 'case.resolved'").param(number)
                .query(String.class).single()).as("what was done, in both languages").contains("Apology", "Refund", "退");
    }

    @Test
    void whoCannotBeSatisfiedIsToldOfTheOutsideBodyAndSeesThatItMayBeAsked() {
        Customer customer = new Customer(url(""));
        String path = Customer.path(customer.send(Map.of("name", "Ada", "email", "ada@example.com", "words", "Ten days and nothing")));
        String number = customer.number(path);
        clock.advance(Duration.ofDays(10));
        ladder.outsideBodyTold(office.id(number));
        assertThat(told(number)).last().satisfies(message -> {
            assertThat(message.template()).isEqualTo("clock.outsideBody");
            assertThat(message.address()).isEqualTo("ada@example.com");
        });
        assertThat(jdbc.sql("select filled ->> 'body' from message where template = 'clock.outsideBody'").query(String.class).single())
                .isEqualTo("The 12345 city hotline 12345");
        assertThat(customer.browser().get(path).body()).contains("You have had the right to ask it since 12 Mar 2026");
    }

    private String capture(org.redress.complaint.CaptureComplaintBuilder complaint) {
        return intake.capture(complaint.build()).number();
    }

    private List<Told> told(String number) {
        return jdbc.sql("select key, template, address, phone, language, filled ->> 'link' as link from message where case_number = ? order by id")
                .param(number).query(Told.class).list();
    }
}
