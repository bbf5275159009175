package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.platform.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/** A process that is killed between its commit and the end of the sending: after the restart the message has been told, and once. */
class OutboxCrashTest extends RedressTest {

    private static final Duration AFTER_THE_LEASE = Duration.ofMinutes(5);
    private static final long LONGEST_START = 50;

    @Autowired
    private TestDatabase database;

    @BeforeEach
    void empty() {
        jdbc.sql("truncate message, bell_note").update();
        jdbc.sql("update outlet set failures = 0, failing_since = null, paused_until = null, tokens = null, refilled_at = null").update();
    }

    @Test
    void killedAfterTheCommitBeforeSending() throws Exception {
        try (var silent = new RefusingMailServer(Map.of("", RefusingMailServer.SILENCE))) {
            var killed = OutboxInChild.start(database, silent.port(), "crash/1", Duration.ZERO);
            assertThat(silent.awaitSilence(LONGEST_START)).as("the message is committed and about to be sent").isTrue();
            kill(killed);
            assertThat(silent.keys()).isEmpty();
        }
        assertThat(states("crash/1")).isEqualTo("WAITING 1");

        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        // the act is told again as well, as an engine does that has lost its answer
        var restarted = OutboxInChild.start(database, server.getSmtp().getPort(), "crash/1", AFTER_THE_LEASE);
        try {
            awaitSent("crash/1");
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getHeader(MailTransport.KEY)).containsExactly("crash/1");
            assertThat(jdbc.sql("select count(*) from bell_note").query(Integer.class).single()).isEqualTo(1);
        } finally {
            kill(restarted);
            server.stop();
        }
    }

    @Test
    void killedAfterSendingBeforeNotingItGoesAgainUnderTheSameKey() throws Exception {
        try (var silent = new RefusingMailServer(Map.of(".", RefusingMailServer.SILENCE))) {
            var killed = OutboxInChild.start(database, silent.port(), "crash/2", Duration.ZERO);
            assertThat(silent.awaitSilence(LONGEST_START)).as("the server has the mail and has not said so").isTrue();
            kill(killed);
            assertThat(silent.keys()).containsExactly("crash/2");
        }
        try (var server = new RefusingMailServer(Map.of())) {
            var restarted = OutboxInChild.start(database, server.port(), "crash/2", AFTER_THE_LEASE);
            try {
                awaitSent("crash/2");
                assertThat(server.keys()).as("the same key: one message for whoever reads it").containsExactly("crash/2");
            } finally {
                kill(restarted);
            }
        }
    }

    private void awaitSent(String key) {
        Awaitility.await().atMost(Duration.ofSeconds(LONGEST_START)).pollInterval(Duration.ofMillis(100)).until(() -> states(key).startsWith("SENT"));
    }

    private String states(String key) {
        return jdbc.sql("select state || ' ' || attempts from message where key = ?").param(key).query(String.class).single();
    }

    /** As the power goes. */
    private static void kill(Process process) throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
