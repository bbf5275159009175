package org.redress.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.Browser;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The pages of customers as a browser without scripts gets them. */
class PortalPagesTest extends RedressTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    @Autowired
    private Limits limits;
    @Autowired
    private AutowireCapableBeanFactory beans;

    private final Office office = new Office();
    private Customer customer;

    @BeforeEach
    void mondayMorning() {
        clock.reset();
        limits.forget();
        beans.autowireBean(office);
        customer = new Customer(url(""));
    }

    @Test
    void aComplaintFromOutsideIsACaseWithALinkOfItsOwn() {
        HttpResponse<String> sent = customer.send(Map.of("name", "Ada Finch", "phone", "0755-0200 3001", "email", "ada@example.com",
                "where", "Beihuan Road 8", "words", "Nobody came. I waited all morning.", "remedySought", "A new appointment"));
        assertThat(sent.statusCode()).isEqualTo(302);
        String path = Customer.path(sent);
        assertThat(path.substring("/track/".length())).as("192 bits").hasSize(32);
        HttpResponse<String> page = customer.browser().get(path);
        assertThat(page.body()).contains("We have received your complaint", "I waited all morning.", "2 Mar 2026, 09:00").doesNotContain("??");
        String number = customer.number(path);
        Map<String, Object> row = jdbc.sql("select * from complaint where number = ?").param(number).query().singleRow();
        assertThat(row).containsEntry("channel", "WEB").containsEntry("captured_by", "@customer").containsEntry("summary", "Nobody came.")
                .containsEntry("email", "ada@example.com").containsEntry("language", "en").containsEntry("place", "Beihuan Road 8")
                .containsEntry("customer_id", null).containsEntry("remedy_sought", "A new appointment");
        assertThat(jdbc.sql("select hash from tracking_link where complaint_id = ?").param(row.get("id")).query(String.class).list())
                .as("what it hashes to is all that is kept").isNotEmpty().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(new Browser(url("")).as("specialist").get("/cases/" + number).body()).contains("Captured through Web by the customer");
    }

    @Test
    void thePagesAreForNobodyElse() {
        String path = customer.complain("The meter was read wrong again");
        for (String page : List.of(path, "/complain", "/track/unknown")) {
            var headers = customer.browser().get(page).headers();
            assertThat(headers.firstValue("Cache-Control")).as(page).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
            assertThat(headers.firstValue("X-Robots-Tag")).as(page).hasValueSatisfying(value -> assertThat(value).contains("noindex"));
            assertThat(headers.firstValue("Referrer-Policy")).as(page).hasValue("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy")).as(page)
                    .hasValueSatisfying(value -> assertThat(value).contains("script-src 'self'").doesNotContain("unsafe"));
            assertThat(headers.allValues("Set-Cookie")).as(page).noneMatch(cookie -> cookie.startsWith("SESSION"));
        }
        assertThat(customer.browser().get(path).body()).doesNotContain("/login").contains("noindex");
        HttpResponse<String> forged = new Browser(url("")).withoutToken().post(path + "/withdraw", Map.of("withdrawReason", "typed"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("typed").doesNotContain("/login");
        assertThat(office.state(customer.number(path))).isEqualTo("TRIAGE");
    }

    @Test
    void whatIsWrongIsToldAndWhatWasTypedStays() {
        HttpResponse<String> refused = customer.send(Map.of("name", "", "phone", "call me", "email", "nowhere", "words", " ",
                "remedySought", "typed with care"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("There is a problem", "Write your name", "call me is not a telephone number",
                "nowhere is not an e-mail address", "Write what happened", "typed with care", "value=\"call me\"");
        assertThat(customer.send(Map.of("name", "Ada", "words", "x")).body()).contains("Write a telephone number or an e-mail address");
        HttpResponse<String> program = customer.send(Map.of("name", "Ada", "phone", "0755-0200 3002", "words", "kept all the same",
                "website", "http://spam.example"));
        assertThat(program.statusCode()).isEqualTo(422);
        assertThat(program.body()).contains("Leave this field empty", "kept all the same");
        assertThat(jdbc.sql("select count(*) from complaint where phone = '0755-0200 3002'").query(Integer.class).single()).isZero();
    }

    @Test
    void aWrongFileLosesNothing() throws Exception {
        Map<String, String> typed = Map.of("name", "Ada Finch", "phone", "0755-0200 3003", "words", "A long story.");
        HttpResponse<String> disguised = customer.upload("/complain", "/complain", typed, "photo.png", "#!/bin/sh".getBytes(StandardCharsets.UTF_8));
        assertThat(disguised.statusCode()).isEqualTo(422);
        assertThat(disguised.body()).contains("photo.png", "A long story.");
        HttpResponse<String> large = customer.upload("/complain", "/complain", typed, "film.mp4", new byte[11 << 20]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("10 MB", "A long story.");
        assertThat(jdbc.sql("select count(*) from complaint where phone = '0755-0200 3003'").query(Integer.class).single()).isZero();
        assertThat(customer.upload("/complain", "/complain", typed, "photo.png", PNG).statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select added_by from case_document d join complaint c on c.id = d.complaint_id where c.phone = '0755-0200 3003'")
                .query(String.class).list()).containsExactly("@customer");
    }

    @Test
    void theSameFormSentTwiceIsOneComplaint() {
        Map<String, String> typed = Map.of("name", "Ada Finch", "phone", "0755-0200 3004", "words", "Twice by a double click",
                "sending", "00000000-0000-4000-8000-000000000001");
        String first = Customer.path(customer.send(typed));
        String second = Customer.path(customer.send(typed));
        assertThat(customer.number(first)).isEqualTo(customer.number(second));
        assertThat(first).as("each answer has a link of its own").isNotEqualTo(second);
    }

    @Test
    void everyLinkThatLeadsNowhereGetsTheSameAnswer() {
        String path = customer.complain("Somebody guesses links");
        String madeUp = "/track/" + "A".repeat(32);
        String expected = customer.browser().get(madeUp).body();
        assertThat(expected).contains("This link leads to no complaint");
        for (String wrong : List.of("/track/x", "/track/" + "B".repeat(32), "/track/" + "A".repeat(400), path + "x",
                path.substring(0, path.length() - 1))) {
            HttpResponse<String> answer = customer.browser().get(wrong);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(expected);
        }
        assertThat(customer.browser().post(madeUp + "/withdraw", Map.of()).statusCode()).isIn(403, 404);
        for (int i = 0; i < 20; i++) {
            customer.browser().get(madeUp);
        }
        HttpResponse<String> enough = customer.browser().get(path);
        assertThat(enough.statusCode()).as("who guesses does not learn of a right one").isEqualTo(429);
        assertThat(enough.headers().firstValue("Retry-After")).isPresent();
        clock.advance(Duration.ofHours(1));
        assertThat(customer.browser().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void oneTelephoneMayComplainSoOftenADay() {
        for (int i = 0; i < 5; i++) {
            assertThat(customer.send(Map.of("name", "Ada", "phone", "0755 0200-3005", "words", "number " + i)).statusCode()).isEqualTo(302);
        }
        HttpResponse<String> sixth = customer.send(Map.of("name", "Ada", "phone", "(0755) 0200 3005", "words", "not lost"));
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("too many tries", "not lost");
        assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
        clock.advance(Duration.ofHours(5));
        assertThat(customer.send(Map.of("name", "Ada", "phone", "0755 0200-3005", "words", "later")).statusCode()).isEqualTo(302);
    }

    @Test
    void oneAddressMayComplainSoOftenAnHour() {
        for (int i = 0; i < 10; i++) {
            customer.complain("of an hour " + i);
        }
        assertThat(customer.send(Map.of("name", "Ada", "phone", "0755-0200 3006", "words", "one more")).statusCode()).isEqualTo(429);
    }

    @Test
    void wordsAndFilesReachTheTimelineAndEndTheWaiting() throws Exception {
        String path = customer.complain("The flame is yellow");
        String number = customer.number(path);
        office.assign(number);
        office.sign(number);
        office.waitForCustomer(number);
        assertThat(customer.browser().get(path).body()).contains("We are waiting for an answer from you", "the time stands still")
                .doesNotContain("secret");
        assertThat(customer.upload(path, path + "/words", Map.of("words", "Here is a photo"), "flame.png", PNG).statusCode()).isEqualTo(302);
        assertThat(office.state(number)).isEqualTo("IN_PROGRESS");
        assertThat(customer.browser().get(path).body()).contains("Here is a photo", "File: flame.png");
        Browser handler = new Browser(url("")).as("handler");
        assertThat(handler.get("/cases/" + number).body()).contains("The customer writes: Here is a photo", "The customer added a file: flame.png");
        assertThat(handler.get("/cases/" + number + "/documents").body()).contains("flame.png", "the customer");
        HttpResponse<String> nothing = customer.post(path + "/words", Map.of("words", " "));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("This is needed");
        assertThat(customer.upload(path, path + "/words", Map.of("words", "again the same photo"), "flame.png", PNG).body())
                .contains("again the same photo", "flame.png");
    }

    @Test
    void withdrawingEndsIt() {
        String path = customer.complain("It has settled itself");
        String number = customer.number(path);
        assertThat(customer.post(path + "/withdraw", Map.of("withdrawReason", "")).statusCode()).isEqualTo(302);
        assertThat(office.state(number)).isEqualTo("WITHDRAWN");
        assertThat(customer.browser().get(path).body()).contains("You have withdrawn this complaint").doesNotContain("Withdraw now");
        assertThat(customer.post(path + "/words", Map.of("words", "too late")).statusCode()).isIn(403, 409);
    }

    @Test
    void anOutcomeIsShownRatedAndReopenedWithinFourteenDays() {
        String path = customer.complain("The repair did not last");
        String number = customer.number(path);
        office.assign(number);
        office.sign(number);
        office.note(number, "note-secret");
        assertThat(customer.post(path + "/rate", Map.of("rating", "GOOD")).statusCode()).as("nothing to rate yet").isEqualTo(409);
        clock.advance(Duration.ofHours(2));
        office.resolve(number, clock.instant().toString());
        assertThat(customer.browser().get(path).body()).contains("We check it before").doesNotContain("Apology");
        office.accept(number);
        assertThat(customer.browser().get(path).body()).contains("Apology", "Refund", "120", "We will call you");
        assertThat(customer.post(path + "/rate", Map.of("rating", "SUPERB")).statusCode()).isEqualTo(422);
        jdbc.sql("update complaint set business = 'REPAIR' where number = ?").param(customer.number(path)).update();
        customer.post(path + "/rate", Map.of("rating", "FAIL"));
        customer.post(path + "/rate", Map.of("rating", "FAIR"));
        assertThat(jdbc.sql("""
                select e.via || ' ' || e.rating || ' ' || e.meaning || ' ' || e.team || ' ' || (e.case_number = c.number)
                from evaluation e join complaint c on c.id = e.complaint_id where e.source_key = 'TRACK:' || c.id and c.number = ?""")
                .param(customer.number(path)).query(String.class).single()).as("one answer, the last one").isEqualTo("TRACK FAIR NEUTRAL repair-1 true");
        office.recallSolved(number);
        clock.advance(Duration.ofDays(13));
        String closed = customer.browser().get(path).body();
        assertThat(closed).contains("Your complaint is closed", "You rated it: Fair", "16 Mar 2026").doesNotContain("secret", "handler", "repair-1");
        assertThat(office.names()).isNotEmpty().allSatisfy(name -> assertThat(closed).doesNotContain(name));
        assertThat(customer.post(path + "/reopen", Map.of("reopenReason", "")).statusCode()).isEqualTo(422);
        assertThat(customer.post(path + "/reopen", Map.of("reopenReason", "It drips again")).statusCode()).isEqualTo(302);
        assertThat(office.state(number)).isEqualTo("ASSIGNED");
        assertThat(customer.browser().get(path).body()).contains("Your complaint is open again").doesNotContain("You rated it");
        assertThat(jdbc.sql("select rating from customer_rating where complaint_id = ?").param(office.id(number)).query(String.class).list())
                .containsExactly("FAIL", "FAIR");
    }

    @Test
    void whatWasSettledOnTheCallComesBackForFourteenDays() {
        String path = customer.complain("Settled too early");
        String number = customer.number(path);
        office.settle(number);
        assertThat(customer.browser().get(path).body()).contains("It is not solved?", "not needed").doesNotContain("secret");
        assertThat(customer.post(path + "/reopen", Map.of("reopenReason", "No, it is not")).statusCode()).isEqualTo(302);
        assertThat(office.state(number)).isEqualTo("TRIAGE");
        office.settle(number);
        assertThat(customer.browser().get(path).body()).contains("It is not solved?");
        clock.advance(Duration.ofDays(14).plusSeconds(1));
        assertThat(customer.browser().post(path + "/reopen", Map.of("reopenReason", "late")).statusCode()).isEqualTo(409);
        assertThat(customer.browser().get(path).body()).doesNotContain("It is not solved?");
    }

    @Test
    void theOutsideBodyMayBeAskedEightWeeksAfterTheReceiptOrAtOnceWhenNothingIsTakenUp() {
        String path = customer.complain("Not your business?");
        assertThat(customer.browser().get(path).body()).contains("The 12345 city hotline", "right to ask it from 27 Apr 2026");
        office.reject(customer.number(path));
        assertThat(customer.browser().get(path).body()).contains("You have had the right to ask it since 2 Mar 2026").doesNotContain("secret");
    }

    @Test
    void theDateIsHonest() {
        String path = customer.complain("When will it be done?");
        office.assign(customer.number(path));
        assertThat(customer.browser().get(path).body()).contains("We have promised you an outcome by 9 Mar 2026, 09:00",
                "We do not know enough complaints like yours").doesNotContain("Most complaints");
        closed(19);
        assertThat(customer.browser().get(path).body()).doesNotContain("Most complaints");
        closed(1);
        assertThat(customer.browser().get(path).body())
                .contains("Most complaints like yours have their outcome by 18 Mar 2026 (8 of 10; from the last 20 such cases)");
        clock.advance(Duration.ofDays(17));
        assertThat(customer.browser().get(path).body()).contains("taking longer than 8 of 10", "have not kept that");
    }

    @Test
    void aStrangersWordsNeverChangeAFile() {
        jdbc.sql("insert into customer (account, name, phone, phone_digits) values ('60099001', '老客户', '0755-0200 9901', '075502009901')").update();
        customer.send(Map.of("name", "Mallory", "phone", "0755-0200 6666", "email", "mallory@example.com", "account", "60099001", "words", "not mine"));
        customer.send(Map.of("name", "Mallory", "phone", "0755-0200 9901", "email", "mallory@example.com", "words", "not mine either"));
        assertThat(jdbc.sql("select count(*) from customer where email is not null").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from complaint where email = 'mallory@example.com' and customer_id is null")
                .query(Integer.class).single()).as("one thing known is not enough to be taken for a customer").isEqualTo(2);
        customer.send(Map.of("name", "老客户", "phone", "0755 0200 9901", "account", "60099001", "words", "really me"));
        assertThat(jdbc.sql("select c.account from customer c join complaint k on k.customer_id = c.id where k.words = 'really me'")
                .query(String.class).list()).containsExactly("60099001");
    }

    @ParameterizedTest
    @CsvSource({"en,Make a complaint,Large type,Your complaint,Given to a team", "zh-CN,我要投诉,大字版,您的投诉,派给责任班组"})
    void bothLanguagesAndLargeType(String language, String title, String largeType, String yours, String step) {
        customer.browser().speaking(language);
        assertThat(customer.browser().get("/complain").body()).contains(title, largeType, "lang=\"" + language + "\"").doesNotContain("??");
        String path = customer.complain("Language " + language);
        assertThat(customer.browser().get(path).body()).contains(yours, step).doesNotContain("??").doesNotContain("type-large");
        assertThat(customer.browser().get(path + "?type=large").body()).contains("type-large");
        assertThat(customer.browser().get(path).body()).as("the browser keeps it").contains("type-large");
        assertThat(customer.browser().get(path + "?type=normal").body()).doesNotContain("type-large");
    }

    /** Cases of the same kind, the n-th of which took n days. */
    private void closed(int cases) {
        int before = jdbc.sql("select count(*) from complaint where number like 'T-%'").query(Integer.class).single();
        for (int i = before + 1; i <= before + cases; i++) {
            jdbc.sql("""
                    insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, summary, category,
                        resolved_at, closed_at)
                    values ('T-' || :n, 'CLOSED', 'S3', 'HOTLINE', timestamptz '2026-01-01 09:00+08', timestamptz '2026-01-01 09:00+08', 'intake', 'x',
                        'gas.service.late', timestamptz '2026-01-01 09:00+08' + make_interval(days => :n), timestamptz '2026-02-01 09:00+08')""")
                    .param("n", i).update();
        }
    }
}
