package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Mails to a real server over SMTP: as people read them, each once, and no storm after the server was away. */
class MailTest extends RedressTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private OutboxDesk desk;

    private OutboxKit kit;
    private int port;
    private GreenMail server;

    @BeforeEach
    void begin() throws IOException {
        clock.reset();
        jdbc.sql("truncate message, bell_note").update();
        jdbc.sql("delete from outlet").update();
        jdbc.sql("insert into outlet (code) values ('mail')").update();
        kit = new OutboxKit(application, clock);
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void aMailIsTextAndPageInTheReadersLanguageUnderItsKey() throws Exception {
        server.start();
        kit.send(OutboxKit.toCustomer("receipt/RD-2026-000001", "zhang@example.com"), OutboxKit.toPerson("ladder/7", "handler", "wang@example.com", false));
        assertThat(OutboxKit.round(kit.node(port))).isEqualTo(2);

        var receipt = received("zhang@example.com");
        assertThat(receipt.getSubject()).isEqualTo("您的投诉已受理，编号 RD-2026-000001");
        assertThat(receipt.getHeader(MailTransport.KEY)).containsExactly("receipt/RD-2026-000001");
        assertThat(receipt.getMessageID()).isEqualTo("<receipt=2fRD-2026-000001@localhost>");
        assertThat(receipt.getContentLanguage()).containsExactly("zh-CN");
        assertThat(receipt.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(receipt, 0)).startsWith("尊敬的张伟：").contains("https://redress.example/track/abc", "2026年3月2日 09:00").doesNotContain("{", "—");
        assertThat(part(receipt, 1)).contains("lang=\"zh-CN\"", "<a href=\"https://redress.example/track/abc\">");

        var reminder = received("wang@example.com");
        assertThat(reminder.getSubject()).isEqualTo("Reminder: RD-2026-000002 (S2)");
        assertThat(part(reminder, 0)).contains("Clock: Resolution (internal)\r\nDue: 2 Mar 2026, 09:00", "The stove <goes> out", "/cases/RD-2026-000002").doesNotContain("Asked by", "Reason:");
        assertThat(part(reminder, 1)).contains("The stove &lt;goes&gt; out").doesNotContain("<goes>");
        assertThat(desk.list(new OutboxFilter(MessageState.SENT, null, null, null), null, 9).items()).hasSize(2)
                .allSatisfy(row -> assertThat(row.body()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user, UNDELIVERABLE, ADDRESS_REFUSED, false",
        "RCPT, 451 greylisted, WAITING, REFUSED_FOR_NOW, false",
        "RCPT, 421 closing, WAITING, MAIL_SERVER_AWAY, true",
        "MAIL, 550 not you, WAITING, MAIL_SERVER_REFUSED, true",
        "., 554 looks like spam, UNDELIVERABLE, REFUSED, false",
        "'', 554 go away, WAITING, MAIL_SERVER_AWAY, true"})
    void aRefusalIsShownForWhatItIs(String command, String answer, String state, String trouble, boolean rests) throws Exception {
        try (var refusing = new RefusingMailServer(Map.of(command, answer))) {
            kit.send(OutboxKit.toCustomer("k/1", "zhang@example.com"));
            OutboxKit.round(kit.node(refusing.port()));
        }
        var row = desk.list(new OutboxFilter(null, null, null, null), null, 9).items().get(0);
        assertThat(row.state() + " " + row.trouble()).isEqualTo(state + " " + trouble);
        assertThat(row.detail()).isNotBlank();
        assertThat(desk.failing()).hasSize(rests ? 1 : 0);
    }

    @Test
    void whatIsNoAddressIsSaidAtOnce() {
        server.start();
        kit.send(OutboxKit.toCustomer("k/1", "zhang at example"), OutboxKit.toCustomer("k/2", "zhang@example.com"));
        OutboxKit.round(kit.node(port));
        assertThat(states()).containsExactly("k/1 UNDELIVERABLE ADDRESS_WRONG", "k/2 SENT null");
    }

    @Test
    void aMailThatNeverReachedTheServerDoesNotProveThatItIsBack() {
        var node = kit.node(port);
        kit.send(OutboxKit.toCustomer("k/1", "zhang@example.com"));
        OutboxKit.round(node);
        kit.send(OutboxKit.toPerson("k/0", "handler", "no address", true));
        clock.advance(Duration.ofMinutes(20));
        OutboxKit.round(node);
        assertThat(states()).containsExactly("k/0 UNDELIVERABLE ADDRESS_WRONG", "k/1 WAITING MAIL_SERVER_AWAY");
        assertThat(desk.failing()).hasSize(1);
        clock.advance(Duration.ofMinutes(20));
        OutboxKit.round(node);
        assertThat(jdbc.sql("select failures from outlet where code = 'mail'").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aServerThatIsAwayForADayGetsEachMailOnceAndNoStorm() {
        int mails = 300;
        var messages = new ArrayList<Message>();
        for (int i = 0; i < mails; i++) {
            messages.add(OutboxKit.toCustomer("k/" + i, "c" + i + "@example.com"));
        }
        kit.send(messages.toArray(Message[]::new));
        var attempts = new Attempts(kit.mail(port));
        var node = kit.node(List.of(attempts));
        for (int minute = 0; minute < 25 * 60; minute++) {
            OutboxKit.round(node);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(attempts.count).as("knocks at a server that is away").isBetween(40, 200);
        assertThat(states()).as("nothing is lost").hasSize(mails).allMatch(line -> line.contains("WAITING"));
        assertThat(desk.failing()).singleElement().satisfies(away -> {
            assertThat(away.trouble()).isEqualTo(Trouble.MAIL_SERVER_AWAY);
            assertThat(away.waiting()).isEqualTo(mails);
        });

        server.start();
        int perMinute = 0;
        int most = 0;
        int minutes = 0;
        while (sent() < mails && minutes++ < 60) {
            int before = attempts.count;
            for (int i = 0; i < 30; i++) {
                OutboxKit.round(node);
                clock.advance(Duration.ofSeconds(2));
            }
            perMinute = attempts.count - before;
            most = Math.max(most, perMinute);
        }
        assertThat(sent()).isEqualTo(mails);
        assertThat(most).as("mails in one minute").isLessThanOrEqualTo(kit.settings().mailPerMinute() + kit.settings().mailPerMinute() / 6);
        assertThat(Arrays.stream(server.getReceivedMessages()).map(MailTest::key).distinct()).as("each once").hasSize(mails);
        assertThat(server.getReceivedMessages()).hasSize(mails);
        assertThat(desk.failing()).isEmpty();
    }

    @Test
    void afterThreeDaysWhatWaitedIsUndeliverableWithTheReasonAndARetryStartsAnew() {
        kit.send(OutboxKit.toCustomer("k/1", "zhang@example.com"), OutboxKit.toCustomer("k/2", "li@example.com"));
        var node = kit.node(port);
        for (int quarter = 0; quarter < 73 * 4; quarter++) {
            OutboxKit.round(node);
            clock.advance(Duration.ofMinutes(15));
        }
        assertThat(states()).containsExactly("k/1 UNDELIVERABLE MAIL_SERVER_AWAY", "k/2 UNDELIVERABLE MAIL_SERVER_AWAY");
        assertThat(desk.counts()).isEqualTo(new OutboxCounts(0, 2, 0));

        server.start();
        clock.advance(Duration.ofHours(9)); // out of the quiet hours
        assertThat(desk.retryAll(new OutboxFilter(null, "case.received", null, null))).isEqualTo(2);
        for (int i = 0; i < 5; i++) {
            OutboxKit.round(node);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(states()).containsExactly("k/1 SENT null", "k/2 SENT null");
        assertThat(desk.counts()).isEqualTo(new OutboxCounts(0, 0, 2));
    }

    @Test
    void aMailThatWaitsLongWhileNobodyRunsIsTriedBeforeItIsGivenUp() {
        kit.send(OutboxKit.toCustomer("k/1", "zhang@example.com"));
        clock.advance(Duration.ofDays(5));
        server.start();
        OutboxKit.round(kit.node(port));
        assertThat(states()).containsExactly("k/1 SENT null");
    }

    @Test
    void aClockSetBackHoldsUpNothingAndRepeatsNothing() {
        var node = kit.node(port);
        kit.send(OutboxKit.toCustomer("k/1", "zhang@example.com"));
        clock.advance(Duration.ofDays(1));
        OutboxKit.round(node); // fails: retry, pause and allowance are set from the wrong day
        clock.advance(Duration.ofDays(-1));
        server.start();
        kit.send(OutboxKit.toCustomer("k/2", "li@example.com"));
        for (int i = 0; i < 60; i++) {
            OutboxKit.round(node);
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(states()).containsExactly("k/1 SENT null", "k/2 SENT null");
        assertThat(server.getReceivedMessages()).hasSize(2);
        clock.advance(Duration.ofHours(-3));
        for (int i = 0; i < 10; i++) {
            OutboxKit.round(node);
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(server.getReceivedMessages()).as("none again").hasSize(2);
    }

    @Test
    void inQuietHoursOnlyWhatIsUrgentGoes() {
        server.start();
        clock.setLocal("2026-03-02T22:00");
        kit.send(OutboxKit.toPerson("k/calm", "handler", "calm@example.com", false), OutboxKit.toPerson("k/urgent", "handler", "urgent@example.com", true));
        var node = kit.node(port);
        OutboxKit.round(node);
        assertThat(states()).containsExactly("k/calm WAITING null", "k/urgent SENT null");
        clock.setLocal("2026-03-03T06:59");
        OutboxKit.round(node);
        assertThat(states()).containsExactly("k/calm WAITING null", "k/urgent SENT null");
        clock.setLocal("2026-03-03T07:00");
        OutboxKit.round(node);
        assertThat(states()).containsExactly("k/calm SENT null", "k/urgent SENT null");
    }

    @Test
    void twoNodesSendEachMailOnce() throws Exception {
        server.start();
        for (int i = 0; i < 40; i++) {
            kit.send(OutboxKit.toCustomer("k/" + i, "c" + i + "@example.com"));
        }
        var pool = Executors.newFixedThreadPool(3);
        for (int round = 0; round < 30 && sent() < 40; round++) {
            var works = List.of(1, 2, 3).stream().map(node -> pool.submit(() -> OutboxKit.round(kit.node(port)))).toList();
            for (var work : works) {
                work.get(20, TimeUnit.SECONDS);
            }
            clock.advance(Duration.ofSeconds(5));
        }
        pool.shutdown();
        assertThat(server.getReceivedMessages()).hasSize(40);
        assertThat(Arrays.stream(server.getReceivedMessages()).map(MailTest::key).distinct()).hasSize(40);
    }

    @Test
    void withoutAMailServerMailsStayAndSayWhy() {
        kit.send(OutboxKit.toCustomer("k/1", "zhang@example.com"), OutboxKit.toCustomer("k/2", "li@example.com"));
        OutboxKit.round(kit.node((Integer) null));
        var rows = desk.list(new OutboxFilter(MessageState.WAITING, null, null, null), null, 9).items();
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.trouble()).isEqualTo(Trouble.NO_MAIL_SERVER));
        application.getBean(Outlets.class).mailServerIsThere();
        server.start();
        var node = kit.node(port);
        for (int i = 0; i < 30; i++) {
            OutboxKit.round(node);
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(states()).containsExactly("k/1 SENT null", "k/2 SENT null");
    }

    @Test
    void aNodeThatDiesLetsGoOfItsMailsWhenTheLeaseEnds() {
        server.start();
        kit.send(OutboxKit.toCustomer("k/1", "zhang@example.com"));
        assertThat(application.getBean(OutboxStore.class).claim(Outlets.MAIL, 120, false)).hasSize(1);
        var other = kit.node(port);
        OutboxKit.round(other);
        assertThat(states()).containsExactly("k/1 WAITING null");
        clock.advance(kit.settings().lease());
        OutboxKit.round(other);
        assertThat(states()).containsExactly("k/1 SENT null");
    }

    private MimeMessage received(String address) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> GreenMailUtil.getAddressList(to(mail)).contains(address)).findFirst().orElseThrow();
    }

    private static jakarta.mail.Address[] to(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String key(MimeMessage mail) {
        try {
            return mail.getHeader(MailTransport.KEY, null);
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        return String.valueOf(((MimeMultipart) mail.getContent()).getBodyPart(index).getContent());
    }

    private int sent() {
        return jdbc.sql("select count(*) from message where state = 'SENT'").query(Integer.class).single();
    }

    private List<String> states() {
        return jdbc.sql("select key || ' ' || state || ' ' || coalesce(trouble, 'null') from message order by key").query(String.class).list();
    }

    /** Counts how often the other side is bothered. */
    private static final class Attempts implements Transport {

        private final Transport real;
        private int count;

        Attempts(Transport real) {
            this.real = real;
        }

        @Override
        public boolean carries(String outlet) {
            return real.carries(outlet);
        }

        @Override
        public Sent send(Outgoing message) {
            count++;
            return real.send(message);
        }
    }
}
