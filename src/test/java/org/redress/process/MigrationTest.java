package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJob.JobCustomer;
import org.redress.callback.ServiceJobs;
import org.redress.complaint.WaitingFor;
import org.redress.customer.Segment;
import org.redress.escalation.ClockCheck;
import org.redress.escalation.Escalations;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.redress.studio.CaseMigrations;
import org.redress.studio.CaseMigrations.Route;
import org.redress.studio.CaseMigrations.Work;
import org.redress.studio.CaseOutcome;
import org.redress.studio.MigrationCase;
import org.redress.studio.MigrationFilter;
import org.redress.studio.MigrationState;
import org.redress.studio.MigrationWork;
import org.redress.studio.Migrations;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskDrafts;
import org.redress.worklist.TaskKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Running cases go on with another version of their process and lose nothing: no clock, no task, no typed word; and what was foreseen is what happens. */
class MigrationTest extends LoopTest {

    @Autowired
    RepositoryService repository;
    @Autowired
    Migrations migrations;
    @Autowired
    MigrationWork work;
    @Autowired
    ClockCheck check;
    @Autowired
    Escalations escalations;
    @Autowired
    TaskDrafts drafts;
    @Autowired
    ServiceJobs serviceJobs;
    @Autowired
    CaseMigrations engine;
    @Autowired
    TransactionTemplate transactions;

    @Test
    void aSecondReviewStepComesGoesAndCostsNoCaseItsClocks() {
        int old = base();
        List<String> numbers = everywhere();
        Map<String, Object> before = clocks();
        Map<String, OpenTask> tasksBefore = tasksOf(numbers);
        OpenTask typed = open(numbers.get(2), "resolveComplaint");
        drafts.save(person("handler"), typed, Map.of("finding", "half a sentence"));
        int version = new ReleasedModels().withSecondReview().release(repository);

        String fresh = signed();
        resolve("handler", fresh);
        assertThat(open(fresh, "secondReview").team()).as("a new case takes the new way").isEqualTo("TEAM_LEADER");

        long id = planOnly(old, version, Set.copyOf(numbers));
        assertThat(migrations.counts(id)).containsOnlyKeys(CaseOutcome.WAITING).containsEntry(CaseOutcome.WAITING, (long) numbers.size());
        assertThat(migrations.cases(id, 0, 100, null)).allSatisfy(one -> assertThat(one.forecast().steps()).allSatisfy(step -> {
            assertThat(step.to()).isEqualTo(step.from());
            assertThat(step.work()).isIn(Work.KEPT, Work.NONE);
            assertThat(step.dueThen()).isEqualTo(step.dueNow());
        }));
        as("designer", () -> migrations.canary(id));
        work.run(id);
        assertThat(migrations.get(id).state()).isEqualTo(MigrationState.PAUSED);
        assertThat(migrations.counts(id)).containsEntry(CaseOutcome.MOVED, 5L).containsEntry(CaseOutcome.WAITING, numbers.size() - 5L);
        assertThatThrownBy(() -> as("designer", () -> migrations.run(id, 99))).isInstanceOf(Problem.class);
        as("designer", () -> migrations.run(id, numbers.size() - 5L));
        work.run(id);
        assertThat(reasons(id)).isEmpty();
        assertThat(migrations.get(id).state()).isEqualTo(MigrationState.DONE);
        assertSame(numbers, before, tasksBefore, version);
        assertThat(drafts.find(person("handler"), open(numbers.get(2), "resolveComplaint")).orElseThrow().answers()).containsEntry("finding", "half a sentence");
        assertThat(migrations.cases(id, 0, 100, null)).allSatisfy(this::stoodWhereItWasForeseen);

        long back = as("designer", () -> migrations.reverse(id));
        assertThat(migrations.counts(back)).containsOnlyKeys(CaseOutcome.WAITING);
        as("designer", () -> migrations.run(back, numbers.size()));
        work.run(back);
        assertThat(reasons(back)).isEmpty();
        assertSame(numbers, before, tasksBefore, old);
        assertThat(migrations.get(id).state()).isEqualTo(MigrationState.REVERSED);

        String resolving = numbers.get(2);
        long again = planOnly(old, version, Set.copyOf(numbers));
        runAll(again);
        resolve("handler", resolving);
        done("leader", resolving, "secondReview", "opinion", "同意");
        accept(resolving);
        recall("agent", resolving, true);
        assertOver(resolving);
        assertThat(check.check().drifts()).isEmpty();
        long since = as("designer", () -> migrations.reverse(again));
        assertThat(migrations.counts(since)).as("what moved since stays").containsEntry(CaseOutcome.CANNOT, 1L);
        climbOn(numbers);
    }

    /** The clocks go on firing, each step once. */
    private void climbOn(List<String> numbers) {
        clock.advance(Duration.ofDays(70));
        jobs.runDue();
        assertThat(check.check().drifts()).isEmpty();
        for (String number : numbers) {
            assertThat(jdbc.sql("select count(*) from ladder_step s where complaint_id = ? and (select count(*) from ladder_step o where o.complaint_id = s.complaint_id"
                    + " and o.clock = s.clock and o.round = s.round and o.level = s.level and o.cause = s.cause) > 1").param(idOf(number)).query(Long.class).single()).isZero();
            assertThat(jdbc.sql("select count(*) from message where case_number = ? and template = 'clock.outsideBody'").param(number).query(Long.class).single())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aCaseThatMovedSinceThePreviewIsPassedByAndCanBeTriedAgain() {
        int old = base();
        String stays = assigned();
        String moves = assigned();
        String ends = captured();
        int version = new ReleasedModels().withSecondReview().release(repository);
        long id = planOnly(old, version, Set.of(stays, moves, ends));
        done("handler", moves, "signForCase", "decision", "SIGN");
        done("specialist", ends, "triageComplaint", "decision", "REJECT", "reason", "不属受理范围");
        runAll(id);
        assertThat(outcomes(id)).containsEntry(stays, CaseOutcome.MOVED).containsEntry(moves, CaseOutcome.SKIPPED).containsEntry(ends, CaseOutcome.SKIPPED);
        assertThat(definitionOf(moves)).isEqualTo(old);
        assertThat(as("designer", () -> migrations.retry(id))).isEqualTo(1);
        as("designer", () -> migrations.run(id, 1));
        work.run(id);
        assertThat(outcomes(id)).containsEntry(moves, CaseOutcome.MOVED).containsEntry(ends, CaseOutcome.SKIPPED);
        assertThat(definitionOf(moves)).isEqualTo(version);
        assertThat(check.check().drifts()).isEmpty();
    }

    @Test
    void aPausedMigrationWaitsAndAStoppedOneIsOver() {
        int old = base();
        Set<String> numbers = Set.of(captured(), captured(), captured());
        int version = new ReleasedModels().withSecondReview().release(repository);
        long id = planOnly(old, version, numbers);
        as("designer", () -> migrations.run(id, 3));
        as("designer", () -> migrations.pause(id));
        work.run(id);
        assertThat(migrations.counts(id)).containsOnlyKeys(CaseOutcome.WAITING);
        as("designer", () -> migrations.run(id, 3));
        jdbc.sql("update migration set holder = 'another node', held_until = ? where id = ?").param(clock.instant().plusSeconds(30).atOffset(java.time.ZoneOffset.UTC)).param(id)
                .update();
        work.run(id);
        assertThat(migrations.counts(id)).as("another node is at it").containsOnlyKeys(CaseOutcome.WAITING);
        clock.advance(Duration.ofMinutes(1));
        work.run(id);
        assertThat(migrations.counts(id)).as("and is gone").containsOnlyKeys(CaseOutcome.MOVED);
        long other = planOnly(version, old, numbers);
        as("designer", () -> migrations.run(other, 3));
        as("designer", () -> migrations.stop(other));
        work.run(other);
        assertThat(migrations.counts(other)).containsOnlyKeys(CaseOutcome.WAITING);
        assertThatThrownBy(() -> as("designer", () -> migrations.run(other, 3))).isInstanceOf(Problem.class);
    }

    @Test
    void aStepThatIsGoneIsMappedByHandAndWhoIsOfferedItChanges() {
        int old = base();
        String number = signed();
        int second = new ReleasedModels().withSecondReview().release(repository);
        migrate(old, second, number, Map.of());
        resolve("handler", number);
        OpenTask checking = open(number, "secondReview");
        drafts.save(person("leader"), checking, Map.of("opinion", "看一下"));
        int without = new ReleasedModels().change(ReleasedModels.COMPLAINT, model -> model.replace("versionTag=\"2\"", "versionTag=\"2b\"")).release(repository);

        long id = planOnly(second, without, Set.of(number));
        assertThat(migrations.cases(id, 0, 10, null)).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(CaseOutcome.CANNOT);
            assertThat(one.why().key()).isEqualTo("studio.migration.why.unmappedAt");
        });
        as("designer", () -> migrations.choose(id, Map.of("userTask_secondReview", "userTask_reviewResolution"), excludingAllBut(Set.of(number))));
        assertThat(migrations.cases(id, 0, 10, null)).singleElement().satisfies(one -> assertThat(one.forecast().steps().get(0).work()).isEqualTo(Work.OFFERED_ANEW));
        runAll(id);
        assertThat(reasons(id)).isEmpty();
        OpenTask review = open(number, "reviewResolution");
        assertThat(review.id()).isEqualTo(checking.id());
        assertThat(review.team()).isEqualTo("COMPLAINT_SPECIALIST");
        assertThat(review.assignee()).isEqualTo("specialist");
        assertThat(review.version()).isGreaterThan(checking.version());
        assertThat(drafts.find(person("leader"), review).orElseThrow().answers()).containsEntry("opinion", "看一下");
        assertThat(check.check().drifts()).isEmpty();
        accept(number);
        recall("agent", number, true);
        assertOver(number);
    }

    @Test
    void noCaseLosesAClockAndTheWrongStepIsRefused() {
        int old = base();
        String number = signed();
        int version = new ReleasedModels().change(ReleasedModels.COMPLAINT, model -> model.replace("${clock.nextStep(complaintId,'PROMISE')}", "${clock.outsideRight(complaintId)}"))
                .release(repository);
        long id = planOnly(old, version, Set.of(number));
        assertThat(migrations.cases(id, 0, 10, null)).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(CaseOutcome.CANNOT);
            assertThat(one.why().key()).isEqualTo("studio.migration.why.clockLost");
        });
        assertThatThrownBy(() -> as("designer", () -> migrations.run(id, 0))).isInstanceOf(Problem.class);
        as("designer", () -> migrations.choose(id, Map.of("userTask_resolveComplaint", "event_retryDue"), excludingAllBut(Set.of(number))));
        assertThat(migrations.cases(id, 0, 10, null)).allSatisfy(one -> assertThat(one.why()).isNotNull());
        assertThatThrownBy(() -> as("designer", () -> migrations.canary(id))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> planOnly(old, 4711, Set.of(number))).isInstanceOf(Problem.class);
    }

    @Test
    void aMigrationIsReadAndMadeOverThePagesAndTheApi() throws Exception {
        int old = base();
        String late = signed();
        clock.advance(Duration.ofDays(20));
        String number = signed();
        int version = new ReleasedModels().withSecondReview().release(repository);
        Browser designer = new Browser(url("")).as("designer");
        assertThat(designer.get("/designer/migrations").body()).contains("Plan " + old + " → " + version);
        var made = designer.post("/designer/migrations", Map.of("process", "complaint", "from", String.valueOf(old), "to", String.valueOf(version)));
        assertThat(made.statusCode()).isEqualTo(302);
        String page = made.headers().firstValue("Location").orElseThrow();
        assertThat(designer.get(page).body()).contains(number).contains(late).doesNotContain("王秀英").contains("before and after");
        assertThat(designer.post(page + "/run", Map.of("count", "many")).statusCode()).isEqualTo(422);
        assertThat(designer.post(page + "/choose", Map.of("late", "true", "team", "repair-1", "excluded", number)).statusCode()).isEqualTo(302);
        assertThat(designer.get(page).body()).contains(late).doesNotContain("<span>" + number);
        assertThat(designer.post(page + "/canary", Map.of()).statusCode()).isEqualTo(302);
        work.run(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
        assertThat(designer.get(page + "/progress").body()).contains("Done");
        assertThat(designer.get(page + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(new Browser(url("")).speaking("zh-CN").as("designer").get(page).body()).contains("迁移前后的时限");

        Api api = Api.as(url(""), "designer");
        var preview = api.post("/api/v1/migrations/preview", "{\"key\": \"complaint\", \"fromVersion\": " + old + ", \"toVersion\": " + version + "}");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains(number).contains("\"dueThen\"").contains("userTask_resolveComplaint").doesNotContain(late);
        assertThat(api.post("/api/v1/migrations/preview", "{\"key\": \"complaint\"}").statusCode()).isEqualTo(422);
        var begun = api.post("/api/v1/migrations", "{\"key\": \"complaint\", \"fromVersion\": " + old + ", \"toVersion\": " + version
                + ", \"filter\": {\"exclude\": [\"RD-2026-999999\"]}}");
        assertThat(begun.statusCode()).isEqualTo(202);
        long id = new com.fasterxml.jackson.databind.ObjectMapper().readTree(begun.body()).get("id").asLong();
        work.run(id);
        assertThat(api.get("/api/v1/migrations/" + id).body()).contains("\"DONE\"");
        assertThat(api.get("/api/v1/migrations/" + id + "/cases").body()).contains(number).contains("MOVED");
        assertThat(check.check().drifts()).isEmpty();
    }

    @Test
    void whoEndsAStepAtTheSameMomentIsServedAfterwards() throws Exception {
        int old = base();
        String number = assigned();
        int version = new ReleasedModels().withSecondReview().release(repository);
        Route route = new Route("complaint", old, version, Map.of());
        String instance = open(number, "signForCase").instanceId();
        CountDownLatch taken = new CountDownLatch(1);
        CompletableFuture<Void> signed = CompletableFuture.runAsync(() -> {
            await(taken);
            done("handler", number, "signForCase", "decision", "SIGN");
        });
        transactions.executeWithoutResult(status -> {
            engine.move(route, instance, engine.standing(List.of(instance)).get(instance));
            taken.countDown();
            waitUntilSomebodyWaits();
        });
        signed.get(30, TimeUnit.SECONDS);
        assertThat(definitionOf(number)).isEqualTo(version);
        assertThat(open(number, "resolveComplaint").assignee()).isEqualTo("handler");
        assertThat(check.check().drifts()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The other transaction has come to a row that this one holds. */
    private void waitUntilSomebodyWaits() {
        for (int looks = 0; looks < 100_000; looks++) {
            if (jdbc.sql("select count(*) from pg_locks where not granted").query(Long.class).single() > 0) {
                return;
            }
        }
    }

    /** Calls have no ledgers: what they wait for and when their work is due stays as it is. */
    @Test
    void callsAreTakenAlongToo() {
        int old = version("callback");
        as("admin", () -> serviceJobs.intake(List.of(job("MOVE-1"), job("MOVE-2"))));
        List<OpenTask> before = calls();
        assertThat(before).hasSize(2);
        new ReleasedModels().change("bpmn/callback.bpmn", model -> model.replace("${call.windowEnd(callId)}", "${call.windowEnd(callId) }")).release(repository);
        long id = as("designer", () -> migrations.plan(null, new Route("callback", old, version("callback"), Map.of()), excludingAllBut(Set.of("MOVE-1", "MOVE-2"))));
        runAll(id);
        assertThat(reasons(id)).isEmpty();
        assertThat(migrations.counts(id)).containsEntry(CaseOutcome.MOVED, 2L);
        List<OpenTask> after = calls();
        assertThat(after).extracting(OpenTask::id).isEqualTo(before.stream().map(OpenTask::id).toList());
        assertThat(after).extracting(OpenTask::dueAt).isEqualTo(before.stream().map(OpenTask::dueAt).toList());
        assertThat(after).extracting(OpenTask::criticalAt).isEqualTo(before.stream().map(OpenTask::criticalAt).toList());
        assertThat(after).extracting(OpenTask::definitionId).doesNotContain(before.get(0).definitionId());
        as("agent", () -> tasks.complete(person("agent"), after.get(0).id(), null, Map.of("reached", true, "appointmentKept", true, "scale", "GRADE5", "rating", "GOOD",
                "complaint", false)));
        clock.advance(Duration.ofDays(20));
        jobs.runDue();
        assertThat(calls()).as("the window of the other closed").isEmpty();
    }

    private List<OpenTask> calls() {
        return jdbc.sql("select c.id from follow_up_call c join service_job j on j.id = c.job_id where j.external_id like 'MOVE-%' order by c.id").query(Long.class).list().stream()
                .flatMap(call -> super.work.of(TaskKind.CALL, call).stream()).toList();
    }

    private ServiceJob job(String id) {
        return new ServiceJob(id, Business.REPAIR, clock.instant().minus(Duration.ofDays(1)), null, "repair-1", "handler",
                new JobCustomer("70000" + id, "王秀英", "0755 5555 0101", Segment.ORDINARY), false);
    }

    private int version(String process) {
        return jdbc.sql("select max(version_) from public.act_re_procdef where key_ = ?").param(process).query(Integer.class).single();
    }

    private long planOnly(int from, int to, Set<String> numbers) {
        return as("designer", () -> migrations.plan(null, new Route("complaint", from, to, Map.of()), excludingAllBut(numbers)));
    }

    private MigrationFilter excludingAllBut(Set<String> numbers) {
        List<String> others = new ArrayList<>(jdbc.sql("select business_key_ from public.act_ru_execution where business_key_ is not null").query(String.class).list());
        others.removeAll(numbers);
        return new MigrationFilter(false, null, Set.copyOf(others));
    }

    private void migrate(int from, int to, String number, Map<String, String> chosen) {
        runAll(as("designer", () -> migrations.plan(null, new Route("complaint", from, to, chosen), excludingAllBut(Set.of(number)))));
    }

    private void runAll(long id) {
        as("designer", () -> migrations.run(id, migrations.counts(id).getOrDefault(CaseOutcome.WAITING, 0L)));
        work.run(id);
    }

    /** Cases at every kind of place, with clocks that run, are paused, have climbed and have reached the top. */
    private List<String> everywhere() {
        List<String> numbers = new ArrayList<>();
        String climbed = signed();
        String atTheTop = assigned();
        numbers.add(climbed);
        numbers.add(atTheTop);
        clock.advance(Duration.ofDays(6));
        jobs.runDue();
        numbers.add(signed());
        numbers.add(captured());
        numbers.add(assigned());
        String paused = signed();
        as("leader", () -> cases.pause(paused, null, WaitingFor.CUSTOMER, "等客户"));
        numbers.add(paused);
        String reviewed = signed();
        resolve("handler", reviewed);
        numbers.add(reviewed);
        String retried = recallDue();
        done("agent", retried, "recallCustomer", "reached", false);
        numbers.add(retried);
        numbers.add(recallDue());
        String supervised = signed();
        as("manager", () -> escalations.order(supervised, "请说明进度"));
        numbers.add(supervised);
        assertThat(check.check().drifts()).isEmpty();
        assertThat(standing(climbed)).as("a timer beside a sub-process has fired and must not begin again").anyMatch(element -> element.endsWith("NextStepDue"));
        assertThat(jdbc.sql("select count(*) from case_clock where complaint_id = ? and kind = 'SIGN' and state = 'RUNNING' and next_step_at is null").param(idOf(atTheTop))
                .query(Integer.class).single()).isEqualTo(1);
        return numbers;
    }

    private void assertSame(List<String> numbers, Map<String, Object> before, Map<String, OpenTask> tasksBefore, int version) {
        assertThat(check.check().drifts()).isEmpty();
        Map<String, Object> now = clocks();
        assertThat(before).allSatisfy((key, value) -> assertThat(now).containsEntry(key, value));
        tasksOf(numbers).forEach((task, row) -> {
            OpenTask was = tasksBefore.get(task);
            assertThat(row.assignee()).isEqualTo(was.assignee());
            assertThat(row.dueAt()).isEqualTo(was.dueAt());
            assertThat(row.key()).isEqualTo(was.key());
            assertThat(row.team()).isEqualTo(was.team());
            assertThat(row.version()).as("nobody's typed form is stale").isEqualTo(was.version());
        });
        assertThat(tasksOf(numbers).keySet()).isEqualTo(tasksBefore.keySet());
        for (String number : numbers) {
            assertThat(definitionOf(number)).isEqualTo(version);
            String definition = jdbc.sql("select proc_def_id_ from public.act_ru_execution e join public.act_re_procdef d on d.id_ = e.proc_def_id_ where parent_id_ is null and business_key_ = ?"
                    + " and d.key_ = 'complaint'").param(number).query(String.class).single();
            assertThat(jdbc.sql("select distinct definition_id from open_task where subject = ? and task_key not like '%Supervision%'").param(number).query(String.class).list())
                    .isSubsetOf(definition);
            assertThat(jdbc.sql("select distinct definition_id from case_path where complaint_id = ? and left_at is null").param(idOf(number)).query(String.class).list())
                    .containsExactly(definition);
            assertThat(standing(number)).isEqualTo(jdbc.sql("select distinct element_id from case_path where complaint_id = ? and left_at is null order by 1").param(idOf(number))
                    .query(String.class).list());
            timersOnce(number);
        }
    }

    /** Each timer once, also those that stand still; none of a job definition of another version. */
    private void timersOnce(String number) {
        assertThat(jdbc.sql("""
                select d.act_id_ from public.act_ru_job j join public.act_ru_jobdef d on d.id_ = j.job_def_id_ join public.act_ru_execution e on e.id_ = j.process_instance_id_
                 where e.business_key_ = ?""").param(number).query(String.class).list()).doesNotHaveDuplicates();
        assertThat(jdbc.sql("""
                select count(*) from public.act_ru_job j join public.act_ru_jobdef d on d.id_ = j.job_def_id_ join public.act_ru_execution e on e.id_ = j.process_instance_id_
                  join public.act_re_procdef p on p.id_ = e.proc_def_id_
                 where e.business_key_ = ? and (d.proc_def_id_ <> p.id_ or j.deployment_id_ <> p.deployment_id_ or j.process_def_id_ <> p.id_)""")
                .param(number).query(Long.class).single()).isZero();
    }

    private List<String> standing(String number) {
        var instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("complaint").singleResult();
        List<String> elements = new ArrayList<>();
        collect(runtime.getActivityInstance(instance.getId()), elements);
        return elements.stream().distinct().sorted().toList();
    }

    private static void collect(org.camunda.bpm.engine.runtime.ActivityInstance instance, List<String> elements) {
        for (var child : instance.getChildActivityInstances()) {
            elements.add(child.getActivityId());
            collect(child, elements);
        }
    }

    private void stoodWhereItWasForeseen(MigrationCase one) {
        assertThat(one.outcome()).isEqualTo(CaseOutcome.MOVED);
        assertThat(standing(one.forecast().label())).containsAll(one.forecast().steps().stream().map(step -> step.to()).toList());
        one.forecast().clocks().forEach(foreseen -> assertThat(clocks()).containsEntry(one.forecast().label() + " " + foreseen.clock(),
                List.of(foreseen.dueThen(), foreseen.stepThen() == null ? "-" : foreseen.stepThen())));
    }

    /** Due moments and next steps of every clock that has not stopped. */
    private Map<String, Object> clocks() {
        Map<String, Object> clocks = new TreeMap<>();
        jdbc.sql("select c.number, k.kind, k.due_at, k.next_step_at from case_clock k join complaint c on c.id = k.complaint_id where k.state in ('RUNNING', 'PAUSED')")
                .query(row -> {
                    OffsetDateTime step = row.getObject("next_step_at", OffsetDateTime.class);
                    Instant due = row.getObject("due_at", OffsetDateTime.class).toInstant();
                    clocks.put(row.getString("number") + " " + row.getString("kind"), List.of(due, step == null ? "-" : step.toInstant()));
                });
        return clocks;
    }

    private Map<String, OpenTask> tasksOf(List<String> numbers) {
        Map<String, OpenTask> tasks = new TreeMap<>();
        numbers.forEach(number -> openTasks(number).forEach(task -> tasks.put(task.id(), task)));
        return tasks;
    }

    private Map<String, CaseOutcome> outcomes(long id) {
        Map<String, CaseOutcome> outcomes = new TreeMap<>();
        migrations.cases(id, 0, 1_000, null).forEach(one -> outcomes.put(one.forecast().label(), one.outcome()));
        return outcomes;
    }

    private List<String> reasons(long id) {
        return migrations.cases(id, 0, 1_000, null).stream().filter(one -> one.why() != null).map(one -> one.forecast().label() + " " + one.why()).toList();
    }

    /** A release like the shipped one: what other tests left runs on other versions. */
    private int base() {
        return new ReleasedModels().change(ReleasedModels.COMPLAINT, model -> model.replace("versionTag=\"2\"", "versionTag=\"" + clock.instant() + "\"")).release(repository);
    }

    private int definitionOf(String number) {
        return jdbc.sql("select d.version_ from public.act_ru_execution e join public.act_re_procdef d on d.id_ = e.proc_def_id_ where e.parent_id_ is null and e.business_key_ = ?"
                + " and d.key_ = 'complaint'").param(number).query(Integer.class).single();
    }
}
