package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.customer.CustomerData;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An act commits whole or not at all, and costs few statements. */
class OneTransactionTest {

    private final ComplaintLifecycle cases = ComplaintKit.bean(ComplaintLifecycle.class);
    private final CaseLadder ladder = ComplaintKit.bean(CaseLadder.class);
    private final JdbcClient jdbc = ComplaintKit.bean(JdbcClient.class);

    @AfterEach
    void auditWorksAgain() {
        ComplaintKit.auditFails = false;
    }

    @Test
    void aFailingAuditTrailTakesTheWholeActBack() {
        var captured = ComplaintKit.capture("抄表错误");
        var before = counts();
        ComplaintKit.auditFails = true;
        assertThatThrownBy(() -> cases.assign(captured.id(), "repair-1", "gas.billing.reading", null, null))
                .hasMessageContaining("audit trail");
        assertThatThrownBy(() -> ComplaintKit.capture("another")).hasMessageContaining("audit trail");
        ComplaintKit.auditFails = false;
        assertThat(counts()).isEqualTo(before);
        assertThat(ComplaintKit.state(captured.id())).isEqualTo("TRIAGE");
    }

    @Test
    void whatFailsLastTakesEverythingBack() {
        var captured = ComplaintKit.capture("抄表错误");
        var before = counts();
        assertThatThrownBy(() -> ComplaintKit.in(() -> {
            cases.assign(captured.id(), "repair-1", "gas.billing.reading", null, null);
            throw new IllegalStateException("the last listener");
        })).hasMessage("the last listener");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void whoeverWritesOnAnOldVersionIsRefused() {
        var captured = ComplaintKit.capture("抄表错误");
        assertThatThrownBy(() -> ComplaintKit.in(() -> {
            cases.ownedBy(captured.id(), "first");
            jdbc.sql("update complaint set version = version + 1 where id = ?").param(captured.id()).update();
        })).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo("complaint.problem.stale"));
        assertThat(ComplaintKit.row(captured.id()).get("owner")).isNull();
    }

    @Test
    void aLedgerIsNeverWrittenByTwoAtOnce() {
        var captured = ComplaintKit.capture("抄表错误");
        ComplaintKit.in(() -> cases.ownedBy(captured.id(), "first"));
        var clock = ComplaintKit.bean(org.redress.MovableClock.class);
        clock.advance(java.time.Duration.ofDays(2));
        assertThatThrownBy(() -> ComplaintKit.in(() -> {
            ComplaintKit.bean(CaseDesk.class).contacted(captured.number(), null, null, "spoke to her");
            ComplaintKit.apart(() -> ladder.climb(captured.id(), org.redress.deadline.ClockKind.FIRST_CONTACT));
        })).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo("complaint.problem.stale"));
        assertThat(ledger(captured.id())).containsExactly("STARTED", "CLIMBED");
        assertThatThrownBy(() -> ComplaintKit.in(() -> {
            ladder.climb(captured.id(), org.redress.deadline.ClockKind.ASSIGN);
            ComplaintKit.apart(() -> ComplaintKit.bean(CaseDesk.class).contacted(captured.number(), null, null, "spoke to her"));
        })).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo("complaint.problem.stale"));
        assertThat(ledger(captured.id())).containsExactly("STARTED", "CLIMBED", "STOPPED");
        assertThat(ComplaintKit.row(captured.id())).as("version").containsEntry("version", 4);
        clock.reset();
    }

    @Test
    void aLineOfTheTimelineAloneNeedsNoVersion() {
        var captured = ComplaintKit.capture("抄表错误");
        int version = (int) ComplaintKit.row(captured.id()).get("version");
        ComplaintKit.in(() -> {
            ComplaintKit.bean(CaseDesk.class).note(captured.number(), "one");
            ComplaintKit.apart(() -> ComplaintKit.bean(CaseDesk.class).note(captured.number(), "two"));
        });
        assertThat(ComplaintKit.row(captured.id())).containsEntry("version", version);
    }

    @Test
    void twoCasesAreNeverMergedIntoEachOther() {
        var one = ComplaintKit.capture("抄表错误");
        var two = ComplaintKit.capture("抄表错误");
        assertThatThrownBy(() -> ComplaintKit.in(() -> {
            cases.merge(one.id(), two.number(), null);
            ComplaintKit.apart(() -> cases.merge(two.id(), one.number(), null));
        })).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo("complaint.problem.stale"));
        assertThat(ComplaintKit.state(one.id())).isEqualTo("TRIAGE");
        assertThat(ComplaintKit.state(two.id())).isEqualTo("MERGED");
    }

    @Test
    void nothingIsMergedIntoACaseThatHasEnded() {
        var open = ComplaintKit.capture("抄表错误");
        var ended = ComplaintKit.capture("抄表错误");
        cases.reject(ended.id(), "elsewhere");
        assertThatThrownBy(() -> cases.merge(open.id(), ended.number(), null)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.fields().get(0)).returns("mergeInto", org.redress.shared.FieldProblem::field)
                    .returns("complaint.problem.mergeEnded", org.redress.shared.FieldProblem::key);
        });
        assertThat(ComplaintKit.state(open.id())).isEqualTo("TRIAGE");
    }

    @Test
    void aWholeTriageReadsTheCaseOnceAndWritesItOnce() {
        var captured = ComplaintKit.capture("抄表错误");
        ComplaintKit.STATEMENTS.clear();
        ComplaintKit.in(() -> {
            cases.answered(captured.id(), "userTask_triageComplaint", "{\"decision\":\"ASSIGN\"}");
            cases.ownedBy(captured.id(), "specialist");
            cases.assign(captured.id(), "repair-1", "gas.billing.reading", null, null);
            cases.subject(captured.id());
            cases.due(captured.id(), org.redress.deadline.ClockKind.SIGN);
            cases.handlers(captured.id());
            cases.passed(List.of(new ComplaintLifecycle.PathStep(captured.id(), "d", "i", "userTask_signForCase", ComplaintKit.now(), null, false)));
        });
        List<String> statements = new ArrayList<>(ComplaintKit.STATEMENTS);
        assertThat(statements).hasSize(3);
        assertThat(statements.get(0)).contains("from complaint c");
        assertThat(statements.get(1)).contains("audit_entry");
        assertThat(statements.get(2)).contains("update complaint");
        var row = ComplaintKit.row(captured.id());
        assertThat(row).containsEntry("owner", "specialist").containsEntry("team", "repair-1").containsEntry("version", 2);
        assertThat(jdbc.sql("select kind from case_event where complaint_id = ? order by id").param(captured.id()).query(String.class).list())
                .containsExactly("CAPTURED", "CLASSIFIED", "OWNED", "ASSIGNED");
        assertThat(jdbc.sql("select element_id from case_path where complaint_id = ?").param(captured.id()).query(String.class).single())
                .isEqualTo("userTask_signForCase");
        assertThat(jdbc.sql("select answers ->> 'decision' from case_answer where complaint_id = ?").param(captured.id())
                .query(String.class).single()).isEqualTo("ASSIGN");
    }

    @Test
    void theCaseKeepsWhatWasSaidAndTakesTheRestFromTheFile() {
        var file = new CustomerData("A-77", "王芳", "13800138001", null, null, "north");
        var heardWrong = new CustomerData("A-77", "李雷", null, null, null, null);
        ComplaintKit.bean(ComplaintIntake.class).capture(CaptureComplaint.by(Channel.HOTLINE).summary("one").customer(file).build());
        var other = ComplaintKit.bean(ComplaintIntake.class)
                .capture(CaptureComplaint.by(Channel.HOTLINE).summary("two").customer(heardWrong).build());
        assertThat(ComplaintKit.row(other.id())).containsEntry("complainant", "李雷").containsEntry("phone", "13800138001")
                .containsEntry("area", "north");
    }

    @Test
    void theSameRowOfASourceIsCapturedOnce() {
        var complaint = CaptureComplaint.by(Channel.WEB).summary("graffiti").source("boston311").sourceKey("101").build();
        var first = ComplaintKit.bean(ComplaintIntake.class).capture(complaint);
        var before = counts();
        var second = ComplaintKit.bean(ComplaintIntake.class).capture(complaint);
        assertThat(first.duplicate()).isFalse();
        assertThat(second.duplicate()).isTrue();
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(counts()).isEqualTo(before);
    }

    private List<String> ledger(long id) {
        return jdbc.sql("select what from clock_entry where complaint_id = ? and kind = 'FIRST_CONTACT' order by id").param(id)
                .query(String.class).list();
    }

    private List<Long> counts() {
        return List.of("complaint", "case_event", "clock_entry", "case_clock", "audit_entry", "case_answer", "case_path").stream()
                .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single()).toList();
    }
}
