package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.redress.callback.CallWork;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJob.JobCustomer;
import org.redress.callback.ServiceJobs;
import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskForms;
import org.redress.worklist.TaskKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way a follow-up call can end: what happened, and what did not. */
class CallbackEndsTest extends LoopTest {

    private static final List<String> ENDS = List.of("event_evaluationRecorded", "event_complaintOpened", "event_notReached", "event_lapsed", "event_wishRecorded");

    @Autowired
    ServiceJobs serviceJobs;

    @Autowired
    TaskForms taskForms;

    @Autowired
    CallWork callWork;

    @Test
    void reachedAndSatisfied() {
        String job = job("J-1");
        call(job, "reached", true, "appointmentKept", true, "scale", "GRADE5", "rating", "GOOD", "complaint", false);
        assertEndedBy("event_evaluationRecorded", job, "EVALUATED");
        assertThat(caseOf(job)).isNull();
    }

    @Test
    void reachedAndNotRated() {
        String job = job("J-2");
        call(job, "reached", true, "scale", "GRADE5", "complaint", false);
        assertEndedBy("event_evaluationRecorded", job, "EVALUATED");
    }

    @Test
    void aComplaintHeardOpensACaseThatCarriesEverythingOver() {
        String job = job("J-3");
        call(job, "reached", true, "appointmentKept", false, "scale", "GRADE5", "rating", "FAIR", "complaint", true, "complaintSummary",
                "师傅迟到两小时", "suggestion", "希望准时");
        assertEndedBy("event_complaintOpened", job, "COMPLAINT");
        String number = caseOf(job);
        assertThat(jdbc.sql("select channel, summary, service_job, business, complainant, words from complaint where number = ?").param(number)
                .query().singleRow())
                .containsEntry("channel", "CALLBACK")
                .containsEntry("summary", "师傅迟到两小时")
                .containsEntry("service_job", job)
                .containsEntry("business", "REPAIR")
                .containsEntry("complainant", "王秀英")
                .containsEntry("words", "希望准时");
        assertThat(noteOf(number)).contains("五级", "评价：一般", "未按约上门", nameOf("agent"), "2026年", organisation.team("repair-1").orElseThrow().name().zh(), nameOf("handler"));
        assertThat(teamAtTriage(number)).as("the team of the job, as a proposal").isEqualTo("repair-1");
        assign(number, "repair-1");
        done("handler", number, "signForCase", "decision", "RETURN", "reason", "不属于本班组");
        assertThat(teamAtTriage(number)).as("decided on before: no proposal").isNull();
    }

    @Test
    void everyDissatisfiedAnswerIsInvestigated() {
        String job = job("J-4");
        call(job, "reached", true, "scale", "GRADE5", "rating", "FAIL", "complaint", false);
        assertEndedBy("event_complaintOpened", job, "COMPLAINT");
        assertThat(jdbc.sql("select outcome from follow_up_call where case_number = ?").param(caseOf(job)).query(String.class).single())
                .isEqualTo("DISSATISFIED");
        assertThat(noteOf(caseOf(job))).contains("评价：不合格", "未询问");
    }

    @Test
    void notReachedOnThreeHalfDays() {
        String job = job("J-5");
        for (int attempt = 1; attempt <= 3; attempt++) {
            call(job, "reached", false);
            if (attempt < 3) {
                assertThat(callOf(job)).as("nobody calls again at once").isEmpty();
                clock.advance(Duration.ofDays(3));
                jobs.runDue();
            }
        }
        assertEndedBy("event_notReached", job, "NOT_REACHED");
        assertPassed(job, "event_retryDue");
    }

    @Test
    void lapsedAfterFourteenDaysAndNotBefore() {
        String job = job("J-6");
        clock.advance(Duration.ofDays(12));
        jobs.runDue();
        assertThat(callOf(job)).hasSize(1);
        assertNotPassed(job, "event_windowOver");
        clock.advance(Duration.ofDays(2));
        jobs.runDue();
        assertEndedBy("event_lapsed", job, "LAPSED");
        assertPassed(job, "event_windowOver", "serviceTask_lapseCall");
    }

    @Test
    void aWishEndsEveryOpenCallToTheCustomer() {
        String now = job("J-8");
        String other = job("J-9", "handler", "ACC-J-8");
        String later = job("J-10", "handler", "ACC-J-8");
        call(later, "reached", false);
        OpenTask call = callOf(now).get(0);
        assertThatThrownBy(() -> as("agent", () -> callWork.decline(person("agent"), call.id(), null))).isInstanceOfSatisfying(Problem.class,
                e -> assertThat(e.status()).isEqualTo(409));
        as("agent", () -> tasks.claim(person("agent"), call.id(), null));
        assertThat(as("agent", () -> callWork.decline(person("agent"), call.id(), "REC-17"))).isEqualTo(3);

        for (String job : List.of(now, other, later)) {
            assertEndedBy("event_wishRecorded", job, "DO_NOT_CALL");
            assertPassed(job, "event_declined", "serviceTask_respectWish");
        }
        assertThat(jdbc.sql("select do_not_call from customer where account = 'ACC-J-8'").query(Boolean.class).single()).isTrue();
        assertThat(evaluationsOf(now) + evaluationsOf(other)).as("nobody was asked").isZero();
        assertThat(jdbc.sql("""
                select a.reached || ' ' || a.recording from call_attempt a join follow_up_call c on c.id = a.call_id join service_job j on j.id = c.job_id
                where j.external_id = ?""").param(now).query(String.class).list()).containsExactly("true REC-17");
        assertThat(callOf(job("J-11", "handler", "ACC-J-8"))).as("not called about later work either").isEmpty();
    }

    @Test
    void aPromiseIsKeptWhateverWasTriedBefore() {
        String job = job("J-12");
        for (int attempt = 1; attempt <= 2; attempt++) {
            call(job, "reached", false);
            clock.advance(Duration.ofDays(3));
            jobs.runDue();
        }
        Instant promised = clock.instant().plus(Duration.ofHours(26));
        call(job, "reached", false, "retryAt", promised.toString());
        assertThat(stateOfCall(job)).as("a third attempt, but somebody said when to call").isEqualTo("OPEN");
        assertThat(callOf(job)).isEmpty();
        clock.advance(Duration.ofHours(26));
        jobs.runDue();
        assertThat(callOf(job)).singleElement().satisfies(task -> assertThat(task.dueAt()).isEqualTo(promised.plus(Duration.ofMinutes(30))));
        call(job, "reached", true, "appointmentKept", true, "scale", "GRADE5", "rating", "GOOD", "complaint", false);
        assertEndedBy("event_evaluationRecorded", job, "EVALUATED");
        assertThat(promises(job)).containsExactly("true");
    }

    @Test
    void aPromiseThatNobodyKeptIsBroken() {
        String job = job("J-13");
        Instant tooLate = clock.instant().plus(Duration.ofDays(13)).plusSeconds(1);
        assertThatThrownBy(() -> call(job, "reached", false, "retryAt", tooLate.toString())).as("after the window")
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.fields()).extracting("field").containsExactly("retryAt"));
        call(job, "reached", false, "retryAt", clock.instant().plus(Duration.ofHours(5)).toString());
        clock.advance(Duration.ofHours(5).plusMinutes(31));
        jobs.runDue();
        call(job, "reached", false, "retryAt", clock.instant().plus(Duration.ofDays(2)).toString());
        assertThat(promises(job)).containsExactly("false", "null");
        clock.advance(Duration.ofDays(14));
        jobs.runDue();
        assertEndedBy("event_lapsed", job, "LAPSED");
        assertThat(promises(job)).containsExactly("false", "false");
        assertThat(evaluationsOf(job)).isZero();
    }

    private List<String> promises(String job) {
        return jdbc.sql("""
                select coalesce(p.kept::text, 'null') from call_promise p join follow_up_call c on c.id = p.call_id join service_job j on j.id = c.job_id
                where j.external_id = ? order by p.id""").param(job).query(String.class).list();
    }

    private int evaluationsOf(String job) {
        return jdbc.sql("select count(*) from evaluation e join service_job j on j.id = e.job_id where j.external_id = ?").param(job)
                .query(Integer.class).single();
    }

    @Test
    void theRatedEmployeeNeverMakesTheCall() {
        String job = job("J-7", "agent");
        OpenTask call = callOf(job).get(0);
        assertThatThrownBy(() -> complete("agent", call, "reached", true, "scale", "GRADE5", "rating", "EXCELLENT", "complaint", false))
                .isInstanceOf(Problem.class);
        assertThat(callOf(job)).hasSize(1);
        complete("agent2", call, "reached", true, "scale", "GRADE5", "rating", "EXCELLENT", "complaint", false);
        assertThat(stateOfCall(job)).isEqualTo("EVALUATED");
    }

    private String noteOf(String number) {
        return jdbc.sql("select data ->> 'text' from case_event where complaint_id = ? and kind = 'NOTE' and internal").param(idOf(number))
                .query(String.class).single();
    }

    private String nameOf(String username) {
        return organisation.person(username).orElseThrow().name().zh();
    }

    private Object teamAtTriage(String number) {
        return taskForms.data(open(number, "triageComplaint"), Locale.SIMPLIFIED_CHINESE).get("team");
    }

    private String job(String number) {
        return job(number, "handler");
    }

    private String job(String number, String employee) {
        return job(number, employee, "ACC-" + number);
    }

    private String job(String number, String employee, String account) {
        ServiceJob done = new ServiceJob(number, Business.REPAIR, clock.instant().minus(Duration.ofDays(1)), null, "repair-1", employee,
                new JobCustomer(account, "王秀英", "0755 5555 0101", Segment.ORDINARY), false);
        assertThat(as("admin", () -> serviceJobs.intake(List.of(done))).accepted()).isEqualTo(1);
        return number;
    }

    private void call(String job, Object... answers) {
        complete("agent", callOf(job).get(0), answers);
    }

    private List<OpenTask> callOf(String job) {
        return work.of(TaskKind.CALL, jdbc.sql("""
                select c.id from follow_up_call c join service_job j on j.id = c.job_id where j.external_id = ?""").param(job)
                .query(Long.class).single());
    }

    private String stateOfCall(String job) {
        return jdbc.sql("select c.state from follow_up_call c join service_job j on j.id = c.job_id where j.external_id = ?").param(job)
                .query(String.class).single();
    }

    private String caseOf(String job) {
        return jdbc.sql("select c.case_number from follow_up_call c join service_job j on j.id = c.job_id where j.external_id = ?").param(job)
                .query((row, n) -> row.getString(1)).list().get(0);
    }

    private void assertEndedBy(String end, String job, String state) {
        assertThat(stateOfCall(job)).isEqualTo(state);
        assertPassed(job, end);
        assertNotPassed(job, ENDS.stream().filter(other -> !other.equals(end)).toArray(String[]::new));
        assertThat(callOf(job)).isEmpty();
        assertThat(jobsOf(job)).isZero();
    }
}
