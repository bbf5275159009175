package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.customer.Segment;
import org.redress.process.Jobs;
import org.redress.shared.Actor;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.LogoutSuccessEvent;

/** One list for many agents: what is on it, in which order, sized to whom, and nobody rings whom somebody else is ringing. */
class CallListTest extends RedressTest {

    private static final Actor AGENT = agent("agent");
    private static final Actor OTHER = agent("agent2");

    @Autowired
    private ServiceJobs jobs;
    @Autowired
    private CallDesk desk;
    @Autowired
    private CallWork work;
    @Autowired
    private TaskDesk tasks;
    @Autowired
    private CallPresence presence;
    @Autowired
    private AwayAgents away;
    @Autowired
    private CurrentActor actors;
    @Autowired
    private Jobs timers;

    @BeforeEach
    void emptyList() {
        clock.reset();
        jdbc.sql("update follow_up_call set state = 'LAPSED'").update();
        jdbc.sql("delete from call_attempt").update();
        jdbc.sql("update call_promise set ended_at = coalesce(ended_at, due_at), due_at = due_at - interval '400 days'").update();
    }

    @Test
    void everyCallIsClaimedExactlyOnce() throws Exception {
        int calls = 60;
        int agents = 8;
        jobs.intake(IntStream.range(0, calls).mapToObj(n -> job("Q-" + n, Duration.ofHours(20), "A-Q" + n)).toList());
        ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(agents);
        List<Future<Integer>> all = new ArrayList<>();
        for (int n = 0; n < agents; n++) {
            Actor actor = agent("caller" + n);
            all.add(pool.submit(untilEmpty(actor, start, claimed)));
        }
        start.countDown();
        int sum = 0;
        for (Future<Integer> one : all) {
            sum += one.get();
        }
        pool.shutdown();
        assertThat(sum).isEqualTo(calls);
        assertThat(claimed).hasSize(calls).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from open_task t where t.kind = 'CALL' and t.assignee is null and t.subject like 'Q-%'").query(Integer.class).single()).isZero();
    }

    /** Takes calls until there are none, and ends each so that it is no longer the one the agent has begun. */
    private Callable<Integer> untilEmpty(Actor actor, CountDownLatch start, ConcurrentLinkedQueue<String> claimed) {
        return () -> {
            start.await();
            int taken = 0;
            for (Optional<OpenTask> task = next(actor); task.isPresent(); task = next(actor)) {
                claimed.add(task.get().id());
                taken++;
                jdbc.sql("update follow_up_call set state = 'LAPSED' where id = ?").param(task.get().subjectId()).update();
            }
            return taken;
        };
    }

    /** Each customer has four open calls: whoever begins one is the only one to ring that customer. */
    @Test
    void noCustomerIsRungByTwoAgents() throws Exception {
        int customers = 5;
        jobs.intake(IntStream.range(0, 4 * customers).mapToObj(n -> job("U-" + n, Duration.ofHours(20), "A-U" + n % customers)).toList());
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Optional<OpenTask>>> all = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            Actor actor = agent("ringer" + n);
            all.add(pool.submit(() -> {
                start.await();
                return next(actor);
            }));
        }
        start.countDown();
        for (Future<Optional<OpenTask>> one : all) {
            one.get();
        }
        pool.shutdown();
        List<Long> rung = jdbc.sql("""
                select j.customer_id from open_task t join follow_up_call c on c.id = t.subject_id join service_job j on j.id = c.job_id
                where t.kind = 'CALL' and t.assignee like 'ringer%'""").query(Long.class).list();
        assertThat(rung).isNotEmpty().doesNotHaveDuplicates();
        String taken = jdbc.sql("select t.subject from open_task t where t.assignee like 'ringer%' limit 1").query(String.class).single();
        int customer = Integer.parseInt(taken.substring(2)) % customers;
        String free = jdbc.sql("select id from open_task where assignee is null and subject = any(:jobs) limit 1")
                .param("jobs", IntStream.range(0, 4).mapToObj(n -> "U-" + (customer + n * customers)).toArray(String[]::new)).query(String.class).single();
        assertThatThrownBy(() -> actors.callAs(AGENT, () -> work.take(AGENT, free, null))).isInstanceOfSatisfying(Problem.class, e -> {
            assertThat(e.status()).isEqualTo(409);
            assertThat(e.key()).isEqualTo("callback.problem.beingCalled");
        });
    }

    @Test
    void promisedBeforeRetryBeforeLapsingBeforeNew() {
        Duration nearlyOver = Duration.ofDays(13);
        jobs.intake(List.of(job("G-NEW", Duration.ofDays(1), "A-G1"), job("G-RETRY", Duration.ofDays(1), "A-G2"), job("G-PROMISED", Duration.ofDays(1), "A-G3"),
                job("G-LAPSING", nearlyOver, "A-G4"), job("G-LATER", Duration.ofDays(1), "A-G5")));
        missed("G-RETRY", null);
        missed("G-PROMISED", clock.instant().plus(Duration.ofHours(5)));
        missed("G-LATER", clock.instant().plus(Duration.ofHours(30)));
        assertThat(list(AGENT).groups().keySet()).as("whose time has not come is not on it").containsExactly(CallGroup.LAPSING, CallGroup.NEW);
        assertThat(list(AGENT).day().team().later()).isEqualTo(3);

        clock.advance(Duration.ofHours(5));
        timers.runDue();
        CallDesk.CallList list = list(AGENT);
        assertThat(list.groups().values().stream().flatMap(group -> group.rows().stream()).map(CallListRow::jobId))
                .containsExactly("G-PROMISED", "G-RETRY", "G-LAPSING", "G-NEW");
        assertThat(list.groups().get(CallGroup.PROMISED).rows().get(0).overdue()).isFalse();
        clock.advance(Duration.ofMinutes(31));
        assertThat(list(AGENT).groups().get(CallGroup.PROMISED).rows().get(0).overdue()).as("half an hour late").isTrue();
        assertThat(list(AGENT).day().team().promised()).isEqualTo(1);
        assertThat(list(AGENT).day().team().kept()).isZero();

        assertThat(next(AGENT)).map(OpenTask::subject).contains("G-PROMISED");
        assertThat(next(AGENT)).as("what one has begun comes first").map(OpenTask::subject).contains("G-PROMISED");
        assertThat(next(OTHER)).map(OpenTask::subject).contains("G-RETRY");
        assertThat(list(OTHER).groups().get(CallGroup.PROMISED)).as("nobody sees what a colleague is calling").isNull();
        CallDesk.CallList lapsing = actors.callAs(AGENT, () -> desk.group(AGENT, CallGroup.LAPSING, null));
        assertThat(lapsing.groups().get(CallGroup.LAPSING).rows()).extracting(CallListRow::jobId).containsExactly("G-LAPSING");
        assertThatThrownBy(() -> desk.group(AGENT, CallGroup.NEW, "MjAyNi0wMS0wMVQwMDowMDowMFp8eA")).isInstanceOfSatisfying(Problem.class,
                e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void theListIsSizedToTheDayOfAnAgent() {
        jobs.intake(IntStream.range(0, 150).mapToObj(n -> job("D-" + n, Duration.ofHours(20 + n), "A-D" + n)).toList());
        CallDay.Mine planned = list(AGENT).day().mine();
        // March 2026 has 22 working days of 7 h 30 in the calendar of the tests: 2,200 calls a month are 100 a day.
        assertThat(planned.quota()).isEqualTo(100);
        assertThat(planned.left()).isEqualTo(100);
        assertThat(planned.measured()).isFalse();
        assertThat(planned.pace()).isEqualTo(13);
        assertThat(list(AGENT).groups().values().stream().mapToInt(group -> group.rows().size()).sum()).isEqualTo(100);
        for (int n = 0; n < 12; n++) {
            clock.advance(Duration.ofMinutes(5));
            missed("D-" + n, null);
        }
        CallDay day = list(AGENT).day();
        assertThat(day.mine().made()).isEqualTo(12);
        assertThat(day.mine().left()).isEqualTo(88);
        assertThat(day.mine().measured()).isTrue();
        assertThat(day.mine().pace()).as("twelve calls in 55 minutes").isEqualTo(13);
        assertThat(day.mine().endsAt()).isAfter(clock.instant().plus(Duration.ofHours(6)));
        assertThat(day.team().made()).isEqualTo(12);
        assertThat(day.team().agents()).isEqualTo(1);
        assertThat(day.team().later()).isEqualTo(12);
        assertThat(list(new Actor("manager", Set.of("DEPARTMENT_MANAGER"), Set.of(), "test")).day().mine()).as("makes no calls").isNull();
        assertThatThrownBy(() -> next(new Actor("manager", Set.of("DEPARTMENT_MANAGER"), Set.of(), "test"))).isInstanceOf(Problem.class);
    }

    @Test
    void aVipIsCalledByTheirNamedPersonAndNobodyByTheirOwn() {
        jdbc.sql("insert into customer (account, name, phone, phone_digits, segment, vip_agent) values ('A-VIP', '陈总', '0755 5555 0199', '075555550199', 'VIP', 'agent2')").update();
        jobs.intake(List.of(new ServiceJob("V-1", Business.REPAIR, clock.instant().minus(Duration.ofHours(3)), null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-VIP", "陈总", null, Segment.VIP), false)));
        assertThat(next(AGENT)).isEmpty();
        assertThat(next(OTHER)).map(OpenTask::subject).contains("V-1");
        assertThat(away.releaseWhatWasLeft()).isZero();
        clock.advance(Duration.ofHours(10));
        assertThat(away.releaseWhatWasLeft()).as("what is theirs by name stays with them").isZero();
    }

    @Test
    void whatAnAgentLeftGoesBackToTheList() {
        jobs.intake(List.of(job("L-1", Duration.ofHours(20), "A-L1")));
        presence.seen("agent");
        String task = next(AGENT).orElseThrow().id();
        clock.advance(Duration.ofMinutes(15));
        presence.seen("agent");
        clock.advance(Duration.ofMinutes(15));
        assertThat(away.releaseWhatWasLeft()).as("was seen a quarter of an hour ago").isZero();
        clock.advance(Duration.ofMinutes(6));
        assertThat(away.releaseWhatWasLeft()).isEqualTo(1);
        assertThat(jdbc.sql("select change ->> 'why' from audit_entry where act = 'RELEASE' and subject_id = 'L-1'").query(String.class).list()).containsExactly("AWAY");
        assertThat(next(OTHER)).map(OpenTask::id).contains(task);

        away.signedOut(new LogoutSuccessEvent(new TestingAuthenticationToken("agent", "")));
        assertThat(tasks.see(OTHER, task).assignee()).isEqualTo("agent2");
        away.signedOut(new LogoutSuccessEvent(new TestingAuthenticationToken("agent2", "")));
        assertThat(tasks.see(OTHER, task).assignee()).isNull();
    }

    private Optional<OpenTask> next(Actor actor) {
        return actors.callAs(actor, () -> work.next(actor));
    }

    private CallDesk.CallList list(Actor actor) {
        return actors.callAs(actor, () -> desk.list(actor));
    }

    private void missed(String job, Instant retryAt) {
        String task = jdbc.sql("select id from open_task where kind = 'CALL' and subject = ?").param(job).query(String.class).single();
        Map<String, Object> answers = retryAt == null ? Map.of("reached", false) : Map.of("reached", false, "retryAt", retryAt.toString());
        actors.callAs(AGENT, () -> work.complete(AGENT, task, null, answers, "REC-" + job));
    }

    private ServiceJob job(String id, Duration ago, String account) {
        return new ServiceJob(id, Business.REPAIR, clock.instant().minus(ago), null, "repair-1", "handler",
                new ServiceJob.JobCustomer(account, "李华", "0755 5555 0101", null), false);
    }

    private static Actor agent(String username) {
        return new Actor(username, Set.of("CALLBACK_AGENT"), Set.of(), "test");
    }
}
