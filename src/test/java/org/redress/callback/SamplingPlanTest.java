package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.customer.Segment;
import org.redress.organisation.Absence;
import org.redress.organisation.Absences;
import org.redress.shared.Actor;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan is tried on the real jobs of a month, exactly as it would draw them, and only a whole one is released. */
class SamplingPlanTest extends RedressTest {

    private static final Actor MANAGER = new Actor("manager", Set.of("DEPARTMENT_MANAGER"), Set.of(), "test");
    private static final Actor DIRECTOR = new Actor("director", Set.of("SERVICE_DIRECTOR"), Set.of(), "test");
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final int JOBS = 1_200;

    @Autowired
    private SamplingPlanDesk plans;
    @Autowired
    private ServiceJobs jobs;
    @Autowired
    private CallCapacity capacity;
    @Autowired
    private Absences absences;
    @Autowired
    private CurrentActor actors;

    @BeforeEach
    void noDraft() {
        jdbc.sql("delete from sampling_draft").update();
        Business[] kinds = Business.values();
        List<ServiceJob> february = IntStream.range(0, JOBS).mapToObj(n -> new ServiceJob("F-" + n, kinds[n % kinds.length],
                clock.instant().minus(Duration.ofDays(4 + n % 24)), null, n % 3 == 0 ? "hall-1" : "repair-1", "handler",
                new ServiceJob.JobCustomer("A-F" + n % 400, "李" + n, n % 40 == 0 ? null : "0755 5555 0101", n % 400 == 7 ? Segment.VIP : null), n % 50 == 0)).toList();
        jobs.intake(february);
    }

    @Test
    void thePlanInForceCountsWhatTheIntakePicked() {
        PlanCount count = view(FEBRUARY).count();
        assertThat(count.total().jobs()).isEqualTo(JOBS);
        assertThat(count.total().callsRunning()).isEqualTo(count.total().callsDraft())
                .isEqualTo(jdbc.sql("select count(*) from service_job where sampled and external_id like 'F-%'").query(Integer.class).single());
        assertThat(lines(count.byBusiness())).isEqualTo(picked("business"));
        assertThat(lines(count.byTeam())).isEqualTo(picked("team"));
        assertThat(count.byRule().stream().filter(line -> line.jobs() > 0).collect(Collectors.toMap(PlanCount.Line::key, PlanCount.Line::callsRunning)))
                .isEqualTo(picked("sampling_rule"));
        assertThat(count.silent()).isEqualTo(jdbc.sql("select count(*) from service_job where sampled and phone is null and external_id like 'F-%'").query(Integer.class).single());
        assertThat(view(null).count().month()).as("the newest month that is over").isEqualTo(FEBRUARY);
        assertThat(count.verdict(count.leastCalls())).isEqualTo(PlanCount.Verdict.FITS);
        assertThat(count.verdict(count.mostCalls())).isEqualTo(PlanCount.Verdict.TIGHT);
        assertThat(count.verdict(count.mostCalls() + 5)).isEqualTo(PlanCount.Verdict.OVER);
        assertThat(count.over(count.mostCalls() + 5)).isEqualTo(5);
    }

    @Test
    void aReleaseDrawsNewJobsOnlyAndSaysWhatItChanged() {
        SamplingPlanDesk.View before = view(FEBRUARY);
        List<PlanRule> rules = new ArrayList<>(before.running().rules());
        int counter = indexOf(rules, "counter");
        rules.set(counter, rules.get(counter).with(50, 10, new Bilingual("", "")));
        rules.remove(indexOf(rules, "meter-reading"));
        rules.add(0, rule(Set.of(Business.METER_READING), Set.of("hall-1"), 90));
        as(MANAGER, () -> plans.save(MANAGER, 0, rules));

        SamplingPlanDesk.View tried = view(FEBRUARY);
        assertThat(tried.changes()).extracting(change -> change.kind() + " " + change.rule() + " " + change.from() + " " + change.to()).containsExactlyInAnyOrder(
                "REMOVED meter-reading 15 % ", "ADDED meter-reading-hall-1  90 %", "RATE counter 20 % 50 %", "WINDOW counter 14 10");
        assertThat(tried.draft().rules().get(0).text().zh()).contains("抄表", "90");
        PlanCount draft = tried.count();
        assertThat(draft.byRule().get(0).key()).isEqualTo("meter-reading-hall-1");
        assertThat(draft.total().callsDraft()).isGreaterThan(draft.total().callsRunning());

        assertThatThrownBy(() -> plans.release(MANAGER, 1, " ")).isInstanceOfSatisfying(Problem.class, e -> assertThat(fields(e)).containsExactly("note"));
        assertThatThrownBy(() -> plans.release(DIRECTOR, 1, "no")).isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(403));
        assertThatThrownBy(() -> plans.release(MANAGER, 7, "no")).isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(409));
        int version = actors.callAs(MANAGER, () -> plans.release(MANAGER, 1, "Halls are asked more often"));
        assertThat(version).isEqualTo(before.running().version() + 1);

        SamplingPlanDesk.View after = view(FEBRUARY);
        assertThat(after.draft()).isNull();
        assertThat(after.count().total().callsRunning()).as("what was tried is what is in force").isEqualTo(draft.total().callsDraft());
        assertThat(after.history().get(0)).satisfies(line -> {
            assertThat(line.running()).isTrue();
            assertThat(line.by()).isEqualTo("manager");
            assertThat(line.note()).isEqualTo("Halls are asked more often");
            assertThat(line.changes()).hasSize(4);
        });
        assertThat(after.history().get(after.history().size() - 1).by()).as("came with the product").isNull();
        assertThat(jdbc.sql("select change ->> 'RATE counter' from audit_entry where act = 'RELEASE_PLAN'").query(String.class).list()).containsExactly("20 % → 50 %");

        jobs.intake(List.of(new ServiceJob("N-1", Business.METER_READING, clock.instant().minus(Duration.ofHours(3)), null, "hall-1", "clerk",
                new ServiceJob.JobCustomer("A-N1", "Li", "0755 5555 0101", null), false)));
        assertThat(jdbc.sql("select rate || ' ' || sampling_rule || ' ' || sampling_version from service_job where external_id = 'N-1'").query(String.class).single())
                .isEqualTo("90 meter-reading-hall-1 " + version);
        assertThat(jdbc.sql("select distinct sampling_version from service_job where external_id like 'F-%'").query(Integer.class).list())
                .as("jobs that were in keep what they were drawn with").doesNotContain(version);

        as(MANAGER, () -> plans.save(MANAGER, 0, before.running().rules()));
        actors.callAs(MANAGER, () -> plans.release(MANAGER, 1, "Back to what it was"));
        assertThat(view(FEBRUARY).count().total()).isEqualTo(before.count().total());
    }

    @Test
    void aPlanWithAGapIsRefusedWithASentence() {
        List<PlanRule> rules = new ArrayList<>(view(FEBRUARY).running().rules());
        PlanRule last = rules.remove(rules.size() - 1);
        as(MANAGER, () -> plans.save(MANAGER, 0, rules));
        assertThat(view(FEBRUARY).count().uncovered()).as("every business of the demo has a rule").isZero();
        assertThatThrownBy(() -> plans.release(MANAGER, 1, "gap")).isInstanceOfSatisfying(Problem.class, e ->
                assertThat(e.fields()).extracting(FieldProblem::key).containsExactly("callback.plan.problem.incomplete"));
        rules.add(0, last);
        as(MANAGER, () -> plans.save(MANAGER, 1, rules));
        assertThatThrownBy(() -> plans.release(MANAGER, 2, "shadowed")).isInstanceOfSatisfying(Problem.class, e ->
                assertThat(e.fields()).extracting(FieldProblem::key).contains("callback.plan.problem.incomplete", "callback.plan.problem.never"));
        assertThatThrownBy(() -> plans.save(MANAGER, 1, rules)).as("somebody else saved it").isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(409));
        rules.set(0, last.with(101, 0, last.text()));
        assertThatThrownBy(() -> plans.save(MANAGER, 2, rules)).isInstanceOfSatisfying(Problem.class, e -> assertThat(fields(e)).containsExactly("rate-0", "window-0"));
        assertThatThrownBy(() -> plans.save(DIRECTOR, 2, rules)).isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(403));
        as(MANAGER, () -> plans.drop(MANAGER, 2));
        assertThat(view(FEBRUARY).draft()).isNull();
    }

    @Test
    void whoIsAwayMakesLess() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        LocalDate end = LocalDate.of(2026, 4, 1);
        assertThat(capacity.of("agent", first, end)).isEqualTo(new CallCapacity.Calls(2200, 2500));
        absences.save("agent", new Absence(null, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 6), false, false));
        // Five of the 22 working days of March 2026.
        assertThat(capacity.of("agent", first, end)).isEqualTo(new CallCapacity.Calls(1700, 1932));
        assertThat(capacity.of("agent", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4))).isEqualTo(CallCapacity.Calls.NONE);
        assertThat(capacity.of("agent", LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 10)).least()).isEqualTo(100);
        absences.save("agent", Absence.NONE);
    }

    private SamplingPlanDesk.View view(YearMonth month) {
        return actors.callAs(MANAGER, () -> plans.view(MANAGER, month));
    }

    private void as(Actor actor, Runnable act) {
        actors.callAs(actor, () -> {
            act.run();
            return true;
        });
    }

    private Map<String, Integer> picked(String column) {
        return jdbc.sql("select " + column + " as word, count(*) filter (where sampled) as n from service_job where external_id like 'F-%' group by 1")
                .query((row, at) -> Map.entry(row.getString("word"), row.getInt("n"))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Integer> lines(List<PlanCount.Line> lines) {
        return lines.stream().collect(Collectors.toMap(PlanCount.Line::key, PlanCount.Line::callsRunning));
    }

    private static int indexOf(List<PlanRule> rules, String name) {
        return IntStream.range(0, rules.size()).filter(at -> rules.get(at).name().equals(name)).findFirst().orElseThrow();
    }

    private static PlanRule rule(Set<Business> businesses, Set<String> teams, int rate) {
        return new PlanRule(null, "", businesses, Set.of(), null, teams, null, rate, 14, new Bilingual("", ""));
    }

    private static List<String> fields(Problem problem) {
        return problem.fields().stream().map(FieldProblem::field).toList();
    }
}
