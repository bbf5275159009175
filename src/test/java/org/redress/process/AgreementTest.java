package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.complaint.WaitingFor;
import org.redress.deadline.Severity;
import org.redress.escalation.ClockCheck;
import org.redress.escalation.Escalations;
import org.redress.escalation.Extensions;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ledgers, lists, task due dates and the engine's timers say the same of every open case, whatever people did and however time went. More
 * actions: {@code -Dredress.actions=10000}; another story: {@code -Dredress.seed=…}.
 */
class AgreementTest extends LoopTest {

    private static final int ACTIONS = Integer.getInteger("redress.actions", 250);
    private static final long SEED = Long.getLong("redress.seed", 20261122);
    private static final int MOST_OPEN = 40;
    private static final int LOOK_EACH = 100;

    @Autowired
    ClockCheck check;

    @Autowired
    Escalations escalations;

    @Autowired
    Extensions extensions;

    private final Random random = new Random(SEED);
    private final List<String> open = new ArrayList<>();
    private int done;
    private int refused;

    @Test
    void whateverPeopleDoEverythingAgrees() {
        for (int i = 1; i <= ACTIONS; i++) {
            act();
            if (i % LOOK_EACH == 0 || i == ACTIONS) {
                assertThat(check.check().drifts()).as("after %d actions of story %d", i, SEED).isEmpty();
            }
        }
        assertThat(check.check().cases()).isEqualTo(jdbc.sql("select count(*) from complaint where closed_at is null").query(Integer.class).single());
        assertThat(done).as("%d were refused", refused).isGreaterThan(ACTIONS / 2);
    }

    @Test
    void plantedDriftIsFoundAndRepaired() {
        String number = signed();
        long id = idOf(number);
        assertThat(check.check().drifts()).isEmpty();
        jdbc.sql("update case_clock set due_at = due_at + interval '1 hour' where complaint_id = ? and kind = 'PROMISE'").param(id).update();
        jdbc.sql("update case_clock set state = 'PAUSED' where complaint_id = ? and kind = 'FIRST_CONTACT'").param(id).update();
        jdbc.sql("update case_clock set next_step_at = null where complaint_id = ? and kind = 'RESOLVE'").param(id).update();
        jdbc.sql("update open_task set due_at = due_at + interval '1 day' where subject_id = ?").param(id).update();
        jdbc.sql("update public.act_ru_task set due_date_ = due_date_ + interval '1 day' where id_ = ?").param(open(number, "resolveComplaint").id())
                .update();
        job(number, "event_promiseStepDue", "duedate_ = duedate_ + interval '1 minute'");
        job(number, "event_resolveStepDue", "suspension_state_ = 2");
        job(number, "event_outsideStepDue", "suspension_state_ = 1");
        ClockCheck.Result found = check.check();
        assertThat(found.drifts()).allMatch(drift -> drift.number().equals(number));
        assertThat(found.drifts()).extracting(drift -> drift.what() + " " + drift.where()).containsExactlyInAnyOrder("CLOCK_DUE PROMISE",
                "CLOCK_STATE FIRST_CONTACT", "NEXT_STEP RESOLVE", "ROW_DUE userTask_resolveComplaint", "TASK_DUE userTask_resolveComplaint",
                "TIMER_WRONG PROMISE", "TIMER_MISSING RESOLVE", "TIMER_UNWANTED OUTSIDE");
        as("admin", () -> check.repair(number));
        assertThat(check.check().drifts()).isEmpty();
        assertThatThrownBy(() -> as("admin", () -> check.repair("RD-1999-000001"))).isInstanceOf(Problem.class);
    }

    private void job(String number, String event, String change) {
        int rows = jdbc.sql("update public.act_ru_job set " + change + " where id_ in (select j.id_ from public.act_ru_job j join public.act_ru_jobdef d"
                + " on d.id_ = j.job_def_id_ join public.act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = ? and d.act_id_ = ?)")
                .param(number).param(event).update();
        assertThat(rows).as(event).isEqualTo(1);
    }

    private void act() {
        if (open.isEmpty() || open.size() < MOST_OPEN && random.nextInt(4) == 0) {
            open.add(fresh());
            done++;
            return;
        }
        if (random.nextInt(6) == 0) {
            clock.advance(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
            jobs.runDue();
            done++;
            return;
        }
        String number = open.get(random.nextInt(open.size()));
        try {
            if (random.nextInt(3) == 0) {
                beside(number);
            } else {
                step(number);
            }
            done++;
        } catch (Problem notNow) {
            refused++;
        }
        if (jdbc.sql("select closed_at is not null from complaint where number = ?").param(number).query(Boolean.class).single()) {
            open.remove(number);
        }
    }

    private String fresh() {
        Channel channel = random.nextInt(5) == 0 ? Channel.O12345 : Channel.HOTLINE;
        var complaint = CaptureComplaint.by(channel).summary("Story " + random.nextInt(1_000)).words("抄表不对").category("gas.billing.reading")
                .safety(random.nextInt(12) == 0);
        if (channel == Channel.O12345) {
            complaint.outsideNumber("12345-" + random.nextInt(1_000_000)).outsideDueAt(clock.instant().plus(Duration.ofHours(30 + random.nextInt(300))));
        }
        return as("intake", () -> intake.capture(complaint.build()).number());
    }

    /** The next step of the case by who may do it. */
    private void step(String number) {
        List<OpenTask> work = openTasks(number);
        if (work.isEmpty()) {
            throw Problem.conflict("waits for its next call");
        }
        OpenTask task = work.get(random.nextInt(work.size()));
        String key = task.key().substring("userTask_".length());
        switch (key) {
            case "triageComplaint" -> triage(number);
            case "signForCase" -> {
                String who = "repair-1".equals(task.team()) ? "handler" : "handler2";
                if (random.nextInt(5) == 0) {
                    done(who, number, key, "decision", "RETURN", "reason", "不属本班组");
                } else {
                    done(who, number, key, "decision", "SIGN");
                }
            }
            case "resolveComplaint" -> resolve(holder(task), number);
            case "awaitAnswer" -> done(holder(task), number, key, "answer", "已提供");
            case "reviewResolution" -> {
                if (random.nextInt(4) == 0) {
                    done(holder(task), number, key, "decision", "REWORK", "reason", "补照片");
                } else {
                    done(holder(task), number, key, "decision", "ACCEPT", "verdict", "UPHELD", "liableParty", "TEAM", "causedByService", true);
                }
            }
            case "recallCustomer" -> {
                if (random.nextInt(3) == 0) {
                    done("agent", number, key, "reached", false);
                } else {
                    recall("agent", number, random.nextInt(3) > 0);
                }
            }
            case "answerSupervisionOrder" -> {
                String action = List.of("CONTINUE", "REASSIGN", "TAKE_OVER").get(random.nextInt(3));
                Object[] answers = action.equals("REASSIGN") ? new Object[] {"action", action, "reason", "改派", "team", random.nextBoolean() ? "repair-1" : "repair-2"}
                        : new Object[] {"action", action, "reason", "按此办理"};
                complete("manager", task, answers);
            }
            case "decideExtension" -> complete("manager", task, "decision", random.nextBoolean() ? "APPROVE" : "REFUSE", "reason", "研究决定");
            default -> throw new IllegalStateException("nobody told the story of " + key);
        }
    }

    private void triage(String number) {
        switch (random.nextInt(9)) {
            case 0 -> done("specialist", number, "triageComplaint", "decision", "REJECT", "reason", "不属受理范围");
            case 1 -> done("specialist", number, "triageComplaint", "decision", "SETTLE", "reason", "电话中已解释");
            case 2 -> done("specialist", number, "triageComplaint", "decision", "ASSIGN", "team", "repair-2", "category", "gas.billing.reading",
                    "severity", Severity.values()[random.nextInt(4)].name(), "severityReason", "现场核实");
            default -> assign(number, "repair-1");
        }
    }

    /** What people do beside the steps. */
    private void beside(String number) {
        switch (random.nextInt(9)) {
            case 0 -> as("specialist", () -> cases.pause(number, null, WaitingFor.CUSTOMER, "等客户"));
            case 1 -> as("specialist", () -> cases.resume(number, null, "客户已答复"));
            case 2 -> as("specialist", () -> cases.contacted(number, null, null, "已联系"));
            case 3 -> as("specialist", () -> cases.nudge(number));
            case 4 -> as("specialist", () -> cases.note(number, "备注"));
            case 5 -> as("manager", () -> escalations.order(number, "请说明进度"));
            case 6 -> as("specialist", () -> extensions.ask(number, dueAt(number).plus(Duration.ofHours(1 + random.nextInt(40))), "等备件"));
            case 7 -> reassign(number);
            default -> {
                if (random.nextInt(4) == 0) {
                    as("specialist", () -> cases.withdraw(number, null, "客户撤诉"));
                }
            }
        }
    }

    private void reassign(String number) {
        for (OpenTask task : openTasks(number)) {
            if (task.team().equals("repair-1")) {
                as("leader", () -> tasks.assign(person("leader"), task.id(), random.nextBoolean() ? "handler" : "leader", null));
            }
        }
    }

    private static String holder(OpenTask task) {
        if (task.assignee() != null) {
            return task.assignee();
        }
        return switch (task.team()) {
            case "repair-1" -> "handler";
            case "repair-2" -> "handler2";
            default -> "specialist";
        };
    }

    private Instant dueAt(String number) {
        return jdbc.sql("select due_at from case_clock where complaint_id = ? and kind = 'RESOLVE'").param(idOf(number))
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant()).single();
    }
}
