package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.redress.platform.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/** A process that dies between the firing of a timer and its commit has done nothing; the next one does it, once. */
class LadderCrashTest extends LoopTest {

    private static final Duration LONGEST = Duration.ofSeconds(90);

    @Autowired
    private TestDatabase database;

    @Test
    void killedBetweenFiringAndCommit() throws Exception {
        String number = assigned();
        jdbc.sql("delete from account").update(); // with a database of its own the application refuses demo passwords
        // The other process goes by the real clock, by which everything of this case is long overdue.
        Process killed = LadderInChild.start(database, true);
        assertThat(killed.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(killed.exitValue()).isEqualTo(137);
        assertThat(count("select count(*) from ladder_step")).isZero();
        assertThat(count("select count(*) from message where template like 'clock.%'")).isZero();
        assertThat(count("select count(*) from clock_entry where what = 'CLIMBED'")).isZero();

        Process restarted = LadderInChild.start(database, false);
        try {
            Awaitility.await().atMost(LONGEST).until(() -> count("""
                    select count(*) from ladder_step where clock in ('SIGN', 'FIRST_CONTACT', 'RESOLVE', 'PROMISE')""") == 16
                    && count("select count(*) from ladder_step where cause = 'AGE'") == 1);
        } finally {
            restarted.destroyForcibly();
            restarted.waitFor();
        }
        assertThat(count("select count(*) from (select 1 from ladder_step group by clock, round, level, cause having count(*) > 1) twice")).isZero();
        assertThat(count("select count(*) from clock_entry where what = 'CLIMBED'")).as("one line a step").isEqualTo(16);
        assertThat(count("select coalesce(sum(cardinality(recipients)), 0) from ladder_step"))
                .as("one message for each who is named").isEqualTo(count("select count(*) from message where key like 'ladder/%'"));
        assertThat(stateOf(number)).isEqualTo("ASSIGNED");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
