package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;
import org.redress.escalation.Extensions;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** More time: asked once, before it is due, decided by a manager; every way the process {@code extension} ends. */
class ExtensionTest extends LoopTest {

    @Autowired
    Extensions extensions;

    @Test
    void approved() {
        String number = signed();
        Instant resolve = dueAt(number, "RESOLVE");
        Instant promise = dueAt(number, "PROMISE");
        Instant until = resolve.plus(Duration.ofDays(1));
        as("handler", () -> extensions.ask(number, until, "等备件"));
        assertThat(dueAt(number, "RESOLVE")).as("asking moves nothing").isEqualTo(resolve);
        done("manager", number, "decideExtension", "decision", "APPROVE", "reason", "备件周五到货");
        assertPassed(number, "event_extended");
        assertNotPassed(number, "event_extensionRefused", "event_lapsed");
        assertThat(dueAt(number, "RESOLVE")).isEqualTo(until);
        assertThat(dueAt(number, "PROMISE")).isAfterOrEqualTo(promise);
        assertThat(open(number, "resolveComplaint").dueAt()).as("the row of work follows").isEqualTo(until);
        assertThat(jdbc.sql("select template from message where case_number = ? order by id").param(number).query(String.class).list())
                .contains("extension.asked", "extension.decided");
        assertThatThrownBy(() -> as("handler", () -> extensions.ask(number, until.plus(Duration.ofDays(1)), "再等等")))
                .as("once").isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void refused() {
        String number = signed();
        Instant resolve = dueAt(number, "RESOLVE");
        as("handler", () -> extensions.ask(number, resolve.plus(Duration.ofDays(1)), "等备件"));
        assertThatThrownBy(() -> as("handler", () -> extensions.ask(number, resolve.plus(Duration.ofDays(1)), "again"))).isInstanceOf(Problem.class);
        done("manager", number, "decideExtension", "decision", "REFUSE", "reason", "备件有库存");
        assertPassed(number, "event_extensionRefused");
        assertNotPassed(number, "event_extended");
        assertThat(dueAt(number, "RESOLVE")).isEqualTo(resolve);
    }

    @Test
    void lapsedWithTheCase() {
        String number = signed();
        as("handler", () -> extensions.ask(number, dueAt(number, "RESOLVE").plus(Duration.ofDays(1)), "等备件"));
        as("specialist", () -> cases.withdraw(number, null, "客户撤诉"));
        assertPassed(number, "event_lapsed");
        assertNotPassed(number, "event_extended", "event_extensionRefused");
        assertOver(number);
    }

    @Test
    void notWhenItIsLateAndNotByOthers() {
        String number = signed();
        Instant due = dueAt(number, "RESOLVE");
        assertThatThrownBy(() -> as("handler2", () -> extensions.ask(number, due.plus(Duration.ofDays(1)), "等备件")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        assertThatThrownBy(() -> as("handler", () -> extensions.ask(number, due.minusSeconds(1), "等备件")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields().get(0).field()).isEqualTo("until"));
        assertThatThrownBy(() -> as("handler", () -> extensions.ask(number, due.plus(Duration.ofDays(90)), "等备件"))).isInstanceOf(Problem.class);
        clock.set(due.plusSeconds(60));
        assertThatThrownBy(() -> as("handler", () -> extensions.ask(number, due.plus(Duration.ofDays(1)), "等备件")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        assertThat(openTasks(number)).extracting(task -> task.key()).doesNotContain("userTask_decideExtension");
    }

    private Instant dueAt(String number, String kind) {
        return jdbc.sql("select due_at from case_clock where complaint_id = ? and kind = ?").param(idOf(number)).param(kind)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant()).single();
    }
}
