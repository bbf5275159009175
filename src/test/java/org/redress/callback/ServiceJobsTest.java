package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.callback.FollowUpCalls.CallAnswer;
import org.redress.shared.Actor;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs come in, are sampled by the released table, and open follow-up calls on the real engine; calls change only as they may. */
class ServiceJobsTest extends RedressTest {

    private static final Actor AGENT = new Actor("agent", java.util.Set.of("CALLBACK_AGENT"), java.util.Set.of(), "test");

    @Autowired
    private ServiceJobs jobs;
    @Autowired
    private FollowUpCalls calls;
    @Autowired
    private CurrentActor actor;

    @Test
    void everyRepairIsCalledAndAShareOfTheCounterTheSameOneAgain() {
        List<ServiceJob> counter = IntStream.range(0, 300).mapToObj(n -> job("C-" + n, Business.COUNTER_SERVICE)).toList();
        assertThat(jobs.intake(counter)).isEqualTo(new ServiceJobs.Intake(300, 0, List.of()));
        assertThat(jobs.intake(List.of(job("R-1", Business.REPAIR))).accepted()).isEqualTo(1);
        assertThat(open("R-1")).isEqualTo(1);
        int rate = jdbc.sql("select min(rate) from service_job where external_id like 'C-%'").query(Integer.class).single();
        long picked = counter.stream().filter(job -> Sampling.picks(String.valueOf(job.externalId()), rate)).count();
        assertThat(rate).isBetween(15, 30);
        assertThat(open("C-%")).isEqualTo((int) picked).isBetween(20, 130);
        assertThat(jobs.intake(counter)).isEqualTo(new ServiceJobs.Intake(0, 300, List.of()));
        assertThat(open("C-%")).isEqualTo((int) picked);
    }

    @Test
    void badJobsAreNamedAndTheOthersGoIn() {
        ServiceJob good = job("B-1", Business.REPAIR);
        ServiceJobs.Intake intake = jobs.intake(List.of(good,
                new ServiceJob("B-2", Business.REPAIR, clock.instant().plusSeconds(60), null, "repair-1", "handler", customer("1"), false),
                new ServiceJob("B-3", Business.REPAIR, clock.instant().minus(Duration.ofDays(3660)), null, "nobody", "handler", customer("1"), false),
                new ServiceJob("B-4", null, null, null, null, " ", new ServiceJob.JobCustomer(null, "Li", "call me", null), false),
                new ServiceJob(null, Business.REPAIR, clock.instant(), null, "repair-1", "handler", null, false)));
        assertThat(intake.accepted()).isEqualTo(1);
        assertThat(fields(intake, 1)).containsExactly("doneAt");
        assertThat(fields(intake, 2)).containsExactly("doneAt", "team");
        assertThat(fields(intake, 3)).containsExactly("business", "doneAt", "team", "employee", "customer.account", "customer.phone");
        assertThat(fields(intake, 4)).containsExactly("externalId", "customer");
        assertThat(fields(intake, 0)).isEmpty();
    }

    @Test
    void nobodyIsCalledAfterTheWindowOrWithoutATelephone() {
        ServiceJob late = new ServiceJob("L-1", Business.REPAIR, clock.instant().minus(Duration.ofDays(20)), null, "repair-1", "handler", customer("l1"), false);
        ServiceJob silent = new ServiceJob("L-2", Business.REPAIR, clock.instant(), null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-l2", "Li", null, null), false);
        assertThat(jobs.intake(List.of(late, silent)).accepted()).isEqualTo(2);
        assertThat(open("L-%")).isZero();
        assertThat(jdbc.sql("select bool_and(sampled) from service_job where external_id like 'L-%'").query(Boolean.class).single()).isTrue();
    }

    @Test
    void threeTriesCountOnlyOnDifferentHalfDays() {
        long call = opened("T-1");
        assertThat(attempt(call, null)).isEqualTo(1);
        assertThat(attempt(call, null)).isEqualTo(1);
        assertThat(jdbc.sql("select retry_at from follow_up_call where id = :id").param("id", call).query(java.time.OffsetDateTime.class).single()
                .toInstant()).as("the afternoon of the same day").isEqualTo(clock.instant().plus(Duration.ofMinutes(270)));
        clock.setLocal("2026-03-02T14:00");
        assertThat(attempt(call, null)).isEqualTo(2);
        clock.setLocal("2026-03-03T09:00");
        assertThat(attempt(call, null)).isEqualTo(3);
        calls.giveUp(call);
        assertThatThrownBy(() -> attempt(call, null)).isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(409));
        assertThatThrownBy(() -> calls.lapse(call)).isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(409));
        clock.reset();
    }

    @Test
    void anAnswerIsTakenOnceAndNeverFromTheRatedEmployee() {
        long call = opened("T-2");
        CallAnswer answer = new CallAnswer(true, "GRADE5", "GOOD", null, false, null);
        Actor rated = new Actor("handler", java.util.Set.of(), java.util.Set.of(), "test");
        assertThatThrownBy(() -> actor.callAs(rated, () -> calls.attempted(call, answer, null)))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(403));
        attempt(call, answer);
        assertThatThrownBy(() -> attempt(call, answer)).isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(409));
        calls.evaluated(call, "SATISFIED");
        assertThat(calls.record(call).answer()).isEqualTo(answer);
        assertThat(jdbc.sql("select state from follow_up_call where id = :id").param("id", call).query(String.class).single()).isEqualTo("EVALUATED");
        assertThat(jdbc.sql("select act from audit_entry where subject = 'CALL' and subject_id = 'T-2' order by id").query(String.class).list())
                .containsExactly("RECEIVE_JOBS", "REACHED", "CLOSE_CALL");
    }

    private int attempt(long call, CallAnswer answer) {
        return actor.callAs(AGENT, () -> calls.attempted(call, answer, null));
    }

    private long opened(String job) {
        jobs.intake(List.of(job(job, Business.REPAIR)));
        return jdbc.sql("select c.id from follow_up_call c join service_job j on j.id = c.job_id where j.external_id = :job")
                .param("job", job).query(Long.class).single();
    }

    private int open(String jobs) {
        return jdbc.sql("""
                select count(*) from follow_up_call c join service_job j on j.id = c.job_id
                join open_task t on t.kind = 'CALL' and t.subject_id = c.id and t.team = 'CALLBACK_AGENT'
                where j.external_id like :jobs and c.state = 'OPEN'""").param("jobs", jobs).query(Integer.class).single();
    }

    private ServiceJob job(String id, Business business) {
        return new ServiceJob(id, business, clock.instant().minus(Duration.ofHours(20)), null, "repair-1", "handler", customer(id), false);
    }

    private static ServiceJob.JobCustomer customer(String id) {
        return new ServiceJob.JobCustomer("A-" + id, "李华", "0755-8888 1234", null);
    }

    private static List<String> fields(ServiceJobs.Intake intake, int index) {
        return intake.rejected().stream().filter(wrong -> wrong.index() == index).map(ServiceJobs.Rejected::problem).map(FieldProblem::field).toList();
    }
}
