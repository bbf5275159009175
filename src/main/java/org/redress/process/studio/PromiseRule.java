package org.redress.process.studio;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.redress.deadline.Budget;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockPolicy;
import org.redress.deadline.Severity;
import org.redress.deadline.WorkingCalendar;
import org.redress.studio.ModelKind;

/**
 * The work that a process asks for fits the time there is: each step its own clock, and the longest way until the case is resolved what the
 * customer was promised. Measured on an ordinary day.
 */
final class PromiseRule implements ProcessRule {

    /** What has to be done before a case is resolved. */
    private static final Set<ClockKind> UNTIL_RESOLVED = EnumSet.of(ClockKind.FIRST_CONTACT, ClockKind.ASSIGN, ClockKind.SIGN, ClockKind.RESOLVE,
            ClockKind.PROMISE);

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        Instant start = SampleDates.of(house.calendar(), house.now()).get(0).at();
        for (UserTask task : process.all(UserTask.class)) {
            ownBudget(task, house.calendar(), start, found);
        }
        Optional<ClockPolicy> policy = models.content(ModelKind.DECISION.file("sla-policy")).flatMap(house::policy);
        policy.ifPresent(times -> {
            boolean resolves = process.all(UserTask.class).stream().anyMatch(task -> ProcessFile.clock(task).filter(ClockKind.RESOLVE::equals).isPresent());
            int work = resolves ? LongestWay.of(process, PromiseRule::work) : 0;
            for (Severity severity : Severity.values()) {
                WorkingCalendar hours = house.calendar().forSeverity(severity);
                process.all(UserTask.class).forEach(task -> clock(task, times, severity, hours, start, found));
                way(process, work, times, severity, hours, start, found);
            }
        });
    }

    private static void ownBudget(UserTask task, WorkingCalendar hours, Instant start, Findings found) {
        Optional<Budget> budget = ClockRule.read(ProcessFile.properties(task).getOrDefault("redress.budget", ""));
        int work = ProcessFile.workMinutes(task).orElse(0);
        budget.map(given -> minutes(given, hours, start)).filter(given -> work > given)
                .ifPresent(given -> found.error(task.getId(), "promise.step", text(work), "redress.budget", text(given)));
    }

    private static void clock(UserTask task, ClockPolicy times, Severity severity, WorkingCalendar hours, Instant start, Findings found) {
        int work = ProcessFile.workMinutes(task).orElse(0);
        ProcessFile.clock(task).flatMap(kind -> times.budget(kind, severity)).map(given -> minutes(given, hours, start)).filter(given -> work > given)
                .ifPresent(given -> found.error(task.getId(), "promise.step", text(work), ProcessFile.clock(task).orElseThrow().name() + " " + severity, text(given)));
    }

    private static void way(ProcessFile process, int work, ClockPolicy times, Severity severity, WorkingCalendar hours, Instant start, Findings found) {
        String id = process.processes().stream().map(Known::idOf).findFirst().orElse("");
        times.budget(ClockKind.PROMISE, severity).map(given -> minutes(given, hours, start)).filter(given -> work > given)
                .ifPresent(given -> found.error(id, "promise.way", text(work), severity.name(), text(given)));
        times.budget(ClockKind.RESOLVE, severity).map(given -> minutes(given, hours, start)).filter(given -> work > given)
                .ifPresent(given -> found.warning(id, "promise.target", text(work), severity.name(), text(given)));
    }

    private static int work(FlowNode node) {
        return node instanceof UserTask task && ProcessFile.clock(task).filter(UNTIL_RESOLVED::contains).isPresent()
                ? ProcessFile.workMinutes(task).orElse(0) : 0;
    }

    private static long minutes(Budget budget, WorkingCalendar hours, Instant start) {
        return hours.workingTime(start, hours.plus(start, budget)).toMinutes();
    }

    private static String text(long minutes) {
        return String.valueOf(minutes);
    }
}
