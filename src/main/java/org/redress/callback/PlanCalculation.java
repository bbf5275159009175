package org.redress.callback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.springframework.stereotype.Component;

/**
 * Counts what a plan means for the jobs of a month, exactly: each job has a place in the draw, so a rate picks the same jobs here as at
 * their intake. One statement reads the month; both plans are asked of real decision tables.
 */
@Component
class PlanCalculation {

    private final PlanTable table;
    private final SamplingPlans plans;
    private final CallCapacity capacity;
    private final Organisation organisation;
    private final Calendars calendars;
    private final Clock clock;

    PlanCalculation(PlanTable table, SamplingPlans plans, CallCapacity capacity, Organisation organisation, Calendars calendars, Clock clock) {
        this.table = table;
        this.plans = plans;
        this.capacity = capacity;
        this.organisation = organisation;
        this.calendars = calendars;
        this.clock = clock;
    }

    PlanCount count(YearMonth month, SamplingPlans.Plan running, List<PlanRule> draft) {
        ZoneId zone = calendars.current().zone();
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        LocalDate end = month.plusMonths(1).atDay(1);
        boolean partly = tomorrow.isBefore(end);
        LocalDate until = partly ? tomorrow : end;
        List<PlanTable.Hundredth> jobs = table.jobs(start(month.atDay(1), zone), start(end, zone));
        List<JobKind> kinds = jobs.stream().map(PlanTable.Hundredth::kind).distinct().toList();
        Map<JobKind, SamplingRule.Rate> before = plans.rates(running.rules(), kinds);
        Map<JobKind, SamplingRule.Rate> after = plans.rates(draft, kinds);
        Tally tally = new Tally(before, after);
        jobs.forEach(tally::add);
        List<PlanCount.Agent> agents = organisation.withRole(Role.CALLBACK_AGENT).stream().map(Person::username).sorted()
                .map(agent -> agent(agent, month.atDay(1), until)).toList();
        return new PlanCount(month, partly, running.version(), tally.total(), tally.rules(draft), tally.lines(tally.byBusiness),
                tally.lines(tally.byTeam), tally.uncovered, tally.silent, agents,
                agents.stream().mapToInt(PlanCount.Agent::leastCalls).sum(), agents.stream().mapToInt(PlanCount.Agent::mostCalls).sum());
    }

    private PlanCount.Agent agent(String username, LocalDate from, LocalDate to) {
        CallCapacity.Calls calls = from.isBefore(to) ? capacity.of(username, from, to) : CallCapacity.Calls.NONE;
        return new PlanCount.Agent(username, calls.least(), calls.most());
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Adds jobs up by rule, business and team. */
    private static final class Tally {

        private final Map<JobKind, SamplingRule.Rate> before;
        private final Map<JobKind, SamplingRule.Rate> after;
        private final Map<String, PlanCount.Line> byRule = new HashMap<>();
        private final Map<String, PlanCount.Line> byBusiness = new TreeMap<>();
        private final Map<String, PlanCount.Line> byTeam = new TreeMap<>();
        private int uncovered;
        private int silent;

        Tally(Map<JobKind, SamplingRule.Rate> before, Map<JobKind, SamplingRule.Rate> after) {
            this.before = before;
            this.after = after;
        }

        void add(PlanTable.Hundredth part) {
            SamplingRule.Rate rule = after.get(part.kind());
            int running = picked(part, before.get(part.kind()));
            int draft = picked(part, rule);
            if (rule == null) {
                uncovered += part.jobs();
            } else {
                merge(byRule, rule.rule(), part.jobs(), running, draft);
            }
            silent += draft > 0 ? part.silent() : 0;
            merge(byBusiness, part.kind().business().name(), part.jobs(), running, draft);
            merge(byTeam, part.kind().team(), part.jobs(), running, draft);
        }

        private static int picked(PlanTable.Hundredth part, SamplingRule.@Nullable Rate rate) {
            return rate != null && part.percent() < rate.percent() ? part.jobs() : 0;
        }

        private static void merge(Map<String, PlanCount.Line> lines, String key, int jobs, int running, int draft) {
            lines.merge(key, new PlanCount.Line(key, jobs, running, draft), (a, b) -> new PlanCount.Line(key, a.jobs() + b.jobs(),
                    a.callsRunning() + b.callsRunning(), a.callsDraft() + b.callsDraft()));
        }

        PlanCount.Line total() {
            return byBusiness.values().stream().reduce(new PlanCount.Line("", 0, 0, 0), (a, b) -> new PlanCount.Line("", a.jobs() + b.jobs(),
                    a.callsRunning() + b.callsRunning(), a.callsDraft() + b.callsDraft()));
        }

        /** Every rule of the draft in its order, also one that no job meets. */
        List<PlanCount.Line> rules(List<PlanRule> draft) {
            return draft.stream().map(rule -> byRule.getOrDefault(rule.name(), new PlanCount.Line(rule.name(), 0, 0, 0))).toList();
        }

        /** Most jobs first. */
        List<PlanCount.Line> lines(Map<String, PlanCount.Line> lines) {
            return lines.values().stream().sorted(Comparator.comparingInt(PlanCount.Line::jobs).reversed().thenComparing(PlanCount.Line::key)).toList();
        }
    }
}
