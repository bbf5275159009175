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
        assertThat(jdbc.sql("""
                select j.external_id || ' ' || c.state || ' ' || c.outcome || ' ' || (c.closed_at = :now) from follow_up_call c
                join service_job j on j.id = c.job_id where j.external_id like 'L-%' order by 1""").param("now", JobTable.offset(clock.instant()))
                .query(String.class).list()).as("counted, not dropped").containsExactly("L-1 LAPSED LAPSED true", "L-2 NO_PHONE NO_PHONE true");
        assertThat(jdbc.sql("select count(*) from evaluation e join service_job j on j.id = e.job_id where j.external_id like 'L-%'").query(Integer.class).single()).as("nobody was asked").isZero();
        assertThat(jdbc.sql("select bool_and(sampled) from service_job where external_id like 'L-%'").query(Boolean.class).single()).isTrue();
    }

    @Test
    void aCustomerWhoDeclinedCallsIsNotCalled() {
        opened("W-1");
        jdbc.sql("update customer set do_not_call = true, area = 'north' where account = 'A-W-1'").update();
        ServiceJob again = new ServiceJob("W-2", Business.REPAIR, clock.instant().minus(Duration.ofHours(2)), null, "repair-1", "handler", customer("W-1"), false);
        assertThat(jobs.intake(List.of(again)).accepted()).isEqualTo(1);
        assertThat(open("W-2")).isZero();
        assertThat(jdbc.sql("""
                select c.state || ' ' || j.region || ' ' || j.rate || ' ' || j.sampling_rule || ' ' || j.sampling_version from follow_up_call c
                join service_job j on j.id = c.job_id where j.external_id = 'W-2'""").query(String.class).single())
                .isEqualTo("DO_NOT_CALL north 100 on-site 1");
    }

    @Test
    void theSameNumberForAnotherJobIsRefusedWithWhatDiffers() {
        ServiceJob first = job("S-1", Business.REPAIR);
        ServiceJob other = new ServiceJob("S-1", Business.IGNITION, first.doneAt(), null, "repair-1", "leader", customer("S-1"), false);
        ServiceJob renamed = new ServiceJob("S-1", Business.REPAIR, first.doneAt(), null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-S-1", "李华华", null, null), false);
        ServiceJobs.Intake together = jobs.intake(List.of(first, first, other));
        assertThat(together.accepted()).isEqualTo(1);
        assertThat(together.duplicates()).isEqualTo(1);
        assertThat(fields(together, 2)).containsExactly("business", "employee");
        ServiceJobs.Intake later = jobs.intake(List.of(renamed, other));
        assertThat(later.accepted()).isZero();
        assertThat(later.duplicates()).as("a customer may change their name").isEqualTo(1);
        assertThat(fields(later, 1)).containsExactly("business", "employee");
        assertThat(jdbc.sql("select business || ' ' || employee from service_job where external_id = 'S-1'").query(String.class).single()).isEqualTo("REPAIR handler");
    }

    @Test
    void whatNoTextHoldsIsNamedAndSpoilsNoOtherJob() {
        ServiceJob odd = new ServiceJob("O-1\u0000", Business.REPAIR, clock.instant(), null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-O", "Li \ud800", "12345" + " ".repeat(40), null), false);
        ServiceJobs.Intake intake = jobs.intake(List.of(odd, job("O-2", Business.REPAIR)));
        assertThat(fields(intake, 0)).containsExactly("externalId", "customer.name", "customer.phone");
        assertThat(intake.accepted()).isEqualTo(1);
    }

    @Test
    void theDatabaseDrawsAsTheProgramDoes() {
        List<String> numbers = List.of("WO-2026-1", "C-7", "维修-0001", " x ", "😀", "a\\b'c");
        for (String number : numbers) {
            int place = jdbc.sql("select sampling_place(:job)").param("job", number).query(Integer.class).single();
            for (int percent = 1; percent < 100; percent++) {
                assertThat(place < percent * 100).as(number + " at " + percent).isEqualTo(Sampling.picks(number, percent));
            }
        }
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
        actor.callAs(AGENT, () -> {
            calls.giveUp(call);
            return true;
        });
        assertThat(jdbc.sql("select reached || ' ' || agent || ' ' || (rating is null) from evaluation where source_key = :key").param("key", "CALL:" + call)
                .query(String.class).single()).as("asked nobody, and counted").isEqualTo("false agent true");
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
        assertThat(jdbc.sql("""
                select via || ' ' || reached || ' ' || rating || ' ' || meaning || ' ' || outcome || ' ' || agent || ' ' || employee from evaluation
                where source_key = :key""").param("key", "CALL:" + call).query(String.class).single()).isEqualTo("PHONE true GOOD SATISFIED SATISFIED agent handler");
    }

    private int attempt(long call, CallAnswer answer) {
        return actor.callAs(AGENT, () -> calls.attempted(call, answer, null)).attempts();
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
