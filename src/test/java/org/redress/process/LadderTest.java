package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.complaint.WaitingFor;
import org.redress.escalation.Escalations;
import org.redress.escalation.LadderStepRow;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** The ladder at work, on the real engine under a moved clock: who hears what, when, once; and how the process {@code escalation} ends. */
class LadderTest extends LoopTest {

    @Autowired
    Escalations escalations;

    @Test
    void aClockClimbsStepByStepEachOnce() {
        String number = assigned();
        Instant start = startOf(number, "SIGN");
        Instant due = dueAt(number, "SIGN");
        jobs.runDue();
        assertThat(steps(number)).isEmpty();
        clock.set(due.minusSeconds(1));
        jobs.runDue();
        assertThat(sign(number)).extracting(LadderStepRow::level).containsExactly(1);
        LadderStepRow reminder = sign(number).get(0);
        assertThat(reminder.recipients()).as("nobody holds the work: its leader").containsExactly("leader");
        assertThat(reminder.noteEn()).isEqualTo("nobody holds the work");
        assertThat(reminder.dueAt()).isAfter(start).isBefore(due);
        clock.set(due.plusSeconds(1));
        jobs.runDue();
        assertThat(sign(number)).extracting(LadderStepRow::level).containsExactly(2, 1);
        assertThat(sign(number).get(0).recipients()).containsExactly("leader", "specialist");
        clock.advance(Duration.ofDays(10));
        jobs.runDue();
        jobs.runDue();
        assertThat(sign(number)).extracting(LadderStepRow::level).containsExactly(4, 3, 2, 1);
        assertThat(sign(number)).extracting(step -> step.recipients().get(0)).containsExactly("director", "manager", "leader", "leader");
        assertThat(sign(number)).allSatisfy(step -> assertThat(messagesOf("ladder/" + step.id())).hasSameSizeAs(step.recipients()));
        assertThat(levelOf(number, "SIGN")).isEqualTo(4);
        assertPassed(number, "event_signTop", "event_told");
        assertThat(openTasks(number).stream().filter(task -> task.key().equals("userTask_answerSupervisionOrder")))
                .as("several clocks climbed that far: one order to answer").hasSize(1);
        assertThat(open(number, "signForCase")).as("the work goes on").isNotNull();
    }

    @Test
    void nothingButTheLedgerMovesAStep() {
        String number = signed();
        Instant next = nextStep(number, "RESOLVE");
        as("handler", () -> cases.note(number, "客户说下午在家"));
        as("leader", () -> tasks.assign(person("leader"), open(number, "resolveComplaint").id(), "leader", null));
        assertThat(nextStep(number, "RESOLVE")).isEqualTo(next);
        assertThat(timerOf(number, "event_resolveStepDue")).isEqualTo(next);
        as("leader", () -> cases.pause(number, null, WaitingFor.CUSTOMER, "等客户提供发票"));
        assertThat(nextStep(number, "RESOLVE")).as("a clock that stands fires nothing").isNull();
        clock.advance(Duration.ofDays(3));
        as("leader", () -> cases.resume(number, null, "发票已提供"));
        assertThat(nextStep(number, "RESOLVE")).isAfter(next);
        assertThat(timerOf(number, "event_resolveStepDue")).isEqualTo(nextStep(number, "RESOLVE"));
    }

    @Test
    void theHolderIsRemindedAndTheirDeputyWhileTheyAreAway() {
        String number = signed();
        clock.set(nextStep(number, "RESOLVE").plusSeconds(1));
        jobs.runDue();
        assertThat(of(number, "RESOLVE")).singleElement().satisfies(step -> {
            assertThat(step.recipients()).containsExactly("handler");
            assertThat(step.noteEn()).isNull();
        });
    }

    @Test
    void anS1CaseTellsTheManagerAtCapture() {
        CaptureComplaint leak = CaptureComplaint.by(Channel.HOTLINE).summary("Gas leak in the stairwell").words("漏气").safety(true).build();
        String number = as("intake", () -> intake.capture(leak).number());
        assertThat(steps(number)).singleElement().satisfies(step -> {
            assertThat(step.cause()).isEqualTo("CAPTURED");
            assertThat(step.recipients()).containsExactly("manager");
            assertThat(messagesOf("ladder/" + step.id())).containsExactly("s1.captured");
        });
        clock.set(dueAt(number, "ASSIGN").plusSeconds(1));
        jobs.runDue();
        assertThat(of(number, "ASSIGN")).extracting(LadderStepRow::level).as("any S1 breach is the director's").containsExactly(4, 2, 1);
        assertThat(openTasks(number)).extracting(task -> task.key()).containsExactly("userTask_triageComplaint");
    }

    @Test
    void aSupervisionOrderIsAnsweredAndTheCaseGoesOn() {
        String number = supervised();
        done("manager", number, "answerSupervisionOrder", "action", "CONTINUE", "reason", "班组明天上门，先按现状办理");
        assertPassed(number, "event_continued");
        assertNotPassed(number, "event_reassigned", "event_takenOver", "event_lapsed");
        assertThat(orderOf(number)).isEqualTo("CONTINUE");
        assertThat(stateOf(number)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void aSupervisionOrderGivesTheCaseToAnotherTeam() {
        String number = supervised();
        Instant resolve = dueAt(number, "RESOLVE");
        done("manager", number, "answerSupervisionOrder", "action", "REASSIGN", "team", "repair-2", "reason", "一班人手不足");
        assertPassed(number, "event_reassigned", "event_resolveTransferred");
        assertNotPassed(number, "event_takenOver", "event_continued");
        assertThat(stateOf(number)).isEqualTo("ASSIGNED");
        assertThat(open(number, "signForCase").team()).isEqualTo("repair-2");
        assertThat(dueAt(number, "RESOLVE")).as("a transfer never restarts the resolution").isEqualTo(resolve);
        assertThat(startOf(number, "SIGN")).as("but the signature").isEqualTo(clock.instant());
        done("handler2", number, "signForCase", "decision", "SIGN");
        assertThat(open(number, "resolveComplaint").assignee()).isEqualTo("handler2");
    }

    @Test
    void aTransferBeforeTheSignatureIsSignedByTheOtherTeam() {
        String number = assigned();
        as("manager", () -> escalations.order(number, "三天没人签收"));
        assertThatThrownBy(() -> as("manager", () -> escalations.order(number, "again"))).isInstanceOf(Problem.class);
        done("manager", number, "answerSupervisionOrder", "action", "REASSIGN", "team", "repair-2", "reason", "二班离得近");
        assertPassed(number, "event_signTransferred");
        assertThat(open(number, "signForCase").team()).isEqualTo("repair-2");
    }

    @Test
    void aManagerTakesTheCaseOver() {
        String number = supervised();
        done("manager", number, "answerSupervisionOrder", "action", "TAKE_OVER", "reason", "我来处理");
        assertPassed(number, "event_takenOver");
        assertNotPassed(number, "event_reassigned", "event_continued");
        assertThat(open(number, "resolveComplaint").assignee()).isEqualTo("manager");
        resolve("manager", number);
        assertThat(stateOf(number)).isEqualTo("RESOLVED");
    }

    @Test
    void anOrderLapsesWithItsCase() {
        String number = supervised();
        as("specialist", () -> cases.withdraw(number, null, "客户撤诉"));
        assertPassed(number, "event_lapsed");
        assertNotPassed(number, "event_continued", "event_takenOver");
        assertThat(orderOf(number)).isEqualTo("LAPSED");
        assertOver(number);
    }

    @Test
    void onlyWhoLeadsOrdersSupervision() {
        String number = signed();
        assertThatThrownBy(() -> as("handler", () -> escalations.order(number, "why not"))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(403));
        assertThatThrownBy(() -> as("manager", () -> escalations.order(number, " "))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.fields().get(0).field()).isEqualTo("reason"));
        assertThat(steps(number)).isEmpty();
    }

    @Test
    void aStepIsAcknowledgedOnce() {
        String number = supervised();
        long step = steps(number).get(0).id();
        as("manager", () -> escalations.acknowledge(step));
        as("manager", () -> escalations.acknowledge(step));
        assertThatThrownBy(() -> as("director", () -> escalations.acknowledge(step))).isInstanceOf(Problem.class);
        assertThat(steps(number).get(0).acknowledgedBy()).isEqualTo("manager");
    }

    @Test
    void dissatisfiedAgainAndAgain() {
        String number = recallDue();
        recall("agent", number, false);
        assertThat(causes(number)).isEmpty();
        again(number);
        recall("agent", number, false);
        assertThat(causes(number)).containsExactly("DISSATISFIED 3");
        again(number);
        recall("agent", number, false);
        assertThat(causes(number)).containsExactly("DISSATISFIED 4", "DISSATISFIED 3");
    }

    @Test
    void aRaisedSeverityLeavesNoStepOut() {
        String number = captured();
        clock.advance(Duration.ofDays(3));
        jobs.runDue();
        assertThat(of(number, "PROMISE")).extracting(LadderStepRow::level).isEmpty();
        clock.set(dueAt(number, "PROMISE").plusSeconds(1));
        jobs.runDue();
        assertThat(of(number, "PROMISE")).extracting(LadderStepRow::level).containsExactly(2, 1);
        done("specialist", number, "triageComplaint", "decision", "ASSIGN", "team", "repair-1", "category", "gas.billing.reading",
                "severity", "S1", "severityReason", "现场有漏气");
        jobs.runDue();
        assertThat(of(number, "PROMISE")).extracting(LadderStepRow::level).as("an S1 clock that is late is the director's at once").contains(4, 3);
    }

    @Test
    void whatAModelMayNotSayOfTheLadderIsRefusedBeforeItIsReleased() throws java.io.IOException {
        String table = java.nio.file.Files.readString(java.nio.file.Path.of("bpmn", "ladder.dmn"));
        var rules = new LadderRules();
        assertThat(TableProblems.of(rules, "ladder.dmn", table)).isEmpty();
        assertThat(TableProblems.of(rules, "ladder.dmn", table.replace("<text>4</text>", "<text>3</text>"))).anyMatch(problem -> problem.text().contains("level of its own"));
        assertThat(TableProblems.of(rules, "ladder.dmn", table.replace("<text>75</text>", "<text>0</text>"))).anyMatch(problem -> problem.text().contains("between 1 and 1000"));
        assertThat(TableProblems.of(rules, "ladder.dmn", table.replace("\"REMIND\"", "\"SHOUT\""))).anyMatch(problem -> problem.text().contains("SHOUT"));
    }

    @Test
    void handedToAndFro() {
        String number = assigned();
        for (int i = 1; i <= 2; i++) {
            done("handler", number, "signForCase", "decision", "RETURN", "reason", "不属本班组职责");
            assign(number, "repair-1");
        }
        assertThat(causes(number)).containsExactly("HAND_OVER 3");
    }

    @Test
    void afterEightWeeksTheCustomerHearsOfTheOutsideBody() {
        String number = signed();
        clock.advance(Duration.ofDays(55));
        jobs.runDue();
        assertNotPassed(number, "serviceTask_tellOutsideBody");
        clock.advance(Duration.ofDays(2));
        jobs.runDue();
        assertPassed(number, "serviceTask_tellOutsideBody", "event_outsideBodyTold");
        assertThat(jdbc.sql("select template from message where case_number = ? and template = 'clock.outsideBody'").param(number)
                .query(String.class).list()).hasSize(1);
    }

    @Test
    void anOutsideDeadlineHasALadderOfItsOwn() {
        CaptureComplaint outside = CaptureComplaint.by(Channel.O12345).summary("Bill").words("气费不对")
                .outsideNumber("12345-2026-1").outsideDueAt(clock.instant().plus(Duration.ofDays(3))).build();
        String number = as("intake", () -> intake.capture(outside).number());
        clock.set(dueAt(number, "OUTSIDE").plusSeconds(1));
        jobs.runDue();
        assertPassed(number, "serviceTask_climbOutside");
        assertThat(of(number, "OUTSIDE")).extracting(LadderStepRow::level).containsExactly(2, 1);
    }

    @Test
    void aCaseWithoutAnOutsideDeadlineNeverClimbsThere() {
        String number = signed();
        clock.advance(Duration.ofDays(40));
        jobs.runDue();
        assertNotPassed(number, "serviceTask_climbOutside");
        assertThat(of(number, "OUTSIDE")).isEmpty();
    }

    private String supervised() {
        String number = signed();
        as("manager", () -> escalations.order(number, "客户两次来电催办"));
        assertThat(open(number, "answerSupervisionOrder").team()).isEqualTo("DEPARTMENT_MANAGER");
        return number;
    }

    private void again(String number) {
        done("handler", number, "signForCase", "decision", "SIGN");
        resolve("handler", number);
        accept(number);
    }

    private List<LadderStepRow> steps(String number) {
        return as("manager", () -> escalations.steps(number));
    }

    private List<LadderStepRow> of(String number, String kind) {
        return steps(number).stream().filter(step -> step.clock().equals(kind)).toList();
    }

    private List<LadderStepRow> sign(String number) {
        return of(number, "SIGN");
    }

    private List<String> causes(String number) {
        return steps(number).stream().filter(step -> step.clock().equals("CASE")).map(step -> step.cause() + " " + step.level()).toList();
    }

    private List<String> messagesOf(String key) {
        return jdbc.sql("select template from message where key = ? or key like ?").param(key).param(key + "/%").query(String.class).list();
    }

    private String orderOf(String number) {
        return jdbc.sql("select action from supervision_order where complaint_id = ?").param(idOf(number)).query(String.class).single();
    }

    private int levelOf(String number, String kind) {
        return jdbc.sql("select ladder_level from case_clock where complaint_id = ? and kind = ?").param(idOf(number)).param(kind)
                .query(Integer.class).single();
    }

    private Instant nextStep(String number, String kind) {
        OffsetDateTime at = jdbc.sql("select next_step_at from case_clock where complaint_id = ? and kind = ?").param(idOf(number)).param(kind)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class)).optional().orElse(null);
        return at == null ? null : at.toInstant();
    }

    private Instant timerOf(String number, String event) {
        return jdbc.sql("""
                select j.duedate_ from public.act_ru_job j join public.act_ru_jobdef d on d.id_ = j.job_def_id_
                  join public.act_hi_procinst p on p.proc_inst_id_ = j.process_instance_id_
                 where p.business_key_ = ? and d.act_id_ = ?""").param(number).param(event)
                .query((row, index) -> row.getTimestamp(1).toInstant()).single();
    }

    private Instant dueAt(String number, String kind) {
        return moment(number, kind, "due_at");
    }

    private Instant startOf(String number, String kind) {
        return moment(number, kind, "started_at");
    }

    private Instant moment(String number, String kind, String column) {
        return jdbc.sql("select " + column + " from case_clock where complaint_id = ? and kind = ?").param(idOf(number)).param(kind)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant()).single();
    }
}
