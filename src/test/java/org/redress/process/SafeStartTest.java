package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockKind;
import org.redress.worklist.OpenTask;
import org.springframework.beans.factory.annotation.Autowired;

/** The latest safe start of a step: from its own clock, or from the resolution when the steps until then leave less time. */
class SafeStartTest extends LoopTest {

    @Autowired
    private StepsAhead ahead;

    @Autowired
    private Calendars calendars;

    @AfterEach
    void forget() {
        jdbc.sql("delete from step_time").update();
        clock.advance(Duration.ofMinutes(2)); // what was read of the table is kept for a minute
    }

    private Instant due(String number, String kind) {
        return jdbc.sql("select due_at from case_clock where kind = ? and complaint_id = ?").params(kind, idOf(number)).query(OffsetDateTime.class)
                .single().toInstant();
    }

    private void measured(String step, String severity, int samples, int p80) {
        jdbc.sql("insert into step_time (task_key, severity, samples, p50_minutes, p80_minutes, measured_at) values (?, ?, ?, 1, ?, now())")
                .params("userTask_" + step, severity, samples, p80).update();
        clock.advance(Duration.ofMinutes(2));
    }

    private Instant back(Instant due, int minutes) {
        return calendars.current().minusWorking(due, Duration.ofMinutes(minutes));
    }

    @Test
    void theModelSaysWhichStepsAreAhead() {
        String definition = open(captured(), "triageComplaint").definitionId();
        assertThat(ahead.until(definition, "userTask_triageComplaint", ClockKind.RESOLVE))
                .containsExactly("userTask_triageComplaint", "userTask_signForCase", "userTask_resolveComplaint");
        assertThat(ahead.until(definition, "userTask_resolveComplaint", ClockKind.RESOLVE)).containsExactly("userTask_resolveComplaint");
        assertThat(ahead.until(definition, "userTask_reviewResolution", ClockKind.RECALL))
                .containsExactly("userTask_reviewResolution", "userTask_recallCustomer");
        assertThat(ahead.until(definition, "userTask_unknown", ClockKind.RESOLVE)).isEmpty();
    }

    @Test
    void theModelSaysHowLongUntilEnoughWasMeasured() {
        measured("signForCase", "", 19, 100);
        String number = assigned();
        OpenTask sign = open(number, "signForCase");
        assertThat(sign.workMinutes()).isEqualTo(10);
        assertThat(sign.startBy()).isEqualTo(back(due(number, "SIGN"), 10));
    }

    @Test
    void measuredTimesCountAndThoseOfTheSeverityFirst() {
        measured("signForCase", "", 20, 60);
        assertThat(open(assigned(), "signForCase").workMinutes()).isEqualTo(60);
        measured("signForCase", "S3", 29, 90);
        assertThat(open(assigned(), "signForCase").workMinutes()).as("29 of its severity are too few").isEqualTo(60);
        jdbc.sql("update step_time set samples = 30 where severity = 'S3'").update();
        clock.advance(Duration.ofMinutes(2));
        assertThat(open(assigned(), "signForCase").workMinutes()).isEqualTo(90);
    }

    @Test
    void aLongStepLaterLeavesLessTimeThanTheStepsOwnClock() {
        measured("resolveComplaint", "", 50, 1_700);
        String number = assigned();
        OpenTask sign = open(number, "signForCase");
        assertThat(sign.workMinutes()).isEqualTo(1_710);
        assertThat(sign.startBy()).isEqualTo(back(due(number, "RESOLVE"), 1_710)).isBefore(back(due(number, "SIGN"), 10));
        assertThat(sign.dueAt()).as("the step itself is due as before").isEqualTo(due(number, "SIGN"));
        String list = new Browser(url("")).as("handler").get("/tasks?scope=claimable").body();
        assertThat(list).as("the reason in the row").containsPattern("start by [^(]*\\(needs about 28 h 30 min, due [^)]*\\)");
    }

    @Test
    void orderIsThatOfTheLatestSafeStart() {
        String first = assigned();
        clock.advance(Duration.ofMinutes(30));
        measured("signForCase", "S3", 30, 100);
        String second = assigned();
        List<Instant> starts = List.of(open(first, "signForCase").startBy(), open(second, "signForCase").startBy());
        assertThat(starts.get(1)).as("later due, and yet to be begun earlier").isBefore(starts.get(0));
        String list = new Browser(url("")).as("handler").get("/tasks?scope=claimable").body();
        assertThat(list.indexOf(second)).isPositive().isLessThan(list.indexOf(first));
    }
}
