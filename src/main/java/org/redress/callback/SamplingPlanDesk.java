package org.redress.callback;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sampling plan as managers read, try, change and release it (抽样计划). */
@Service
@Transactional
public class SamplingPlanDesk {

    private static final int LONGEST_NOTE = 500;

    private final SamplingPlans plans;
    private final PlanTable table;
    private final PlanCalculation calculation;
    private final PlanCheck check;
    private final PlanTexts texts;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    SamplingPlanDesk(SamplingPlans plans, PlanTable table, PlanCalculation calculation, PlanCheck check, PlanTexts texts, Calendars calendars,
            AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.table = table;
        this.calculation = calculation;
        this.check = check;
        this.texts = texts;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param draft   null where nobody works on one
     * @param count   null where there are no jobs at all
     * @param changes what a release of the draft would change
     * @param stale   another plan came into force since the draft began: it can only be dropped
     */
    public record View(SamplingPlans.Plan running, @Nullable PlanDraft draft, List<YearMonth> months, @Nullable PlanCount count,
            List<PlanChange> changes, boolean stale, List<HistoryLine> history, boolean mayChange) {
    }

    /** @param by null for a version that came with the product */
    public record HistoryLine(int version, Instant at, @Nullable String by, String note, List<PlanChange> changes, boolean running) {
    }

    /** @param month null for the newest month that is over and has jobs, or the newest at all */
    @Transactional(readOnly = true)
    public View view(Actor actor, @Nullable YearMonth month) {
        SamplingPlans.Plan running = plans.running();
        PlanDraft draft = table.draft().orElse(null);
        List<YearMonth> months = table.months(calendars.current().zone());
        List<PlanRule> rules = draft == null ? running.rules() : draft.rules();
        YearMonth chosen = month != null ? month : usual(months);
        return new View(running, draft, months, chosen == null ? null : calculation.count(chosen, running, rules),
                draft == null ? List.of() : PlanChange.between(running.rules(), rules), draft != null && draft.basedOn() != running.version(),
                history(running.version()), mayChange(actor));
    }

    /**
     * Keeps the plan that somebody works on. Rules that are new get a name, changed ones their words.
     *
     * @param revision of the draft that was seen, 0 for none
     * @throws Problem 409 when somebody else changed it, 422 for numbers that are none of a plan, 403 for who may only look
     */
    public void save(Actor actor, int revision, List<PlanRule> rules) {
        require(actor);
        refuse(check.numbers(rules));
        SamplingPlans.Plan running = plans.running();
        Map<String, PlanRule> known = running.rules().stream().collect(Collectors.toMap(rule -> String.valueOf(rule.id()), rule -> rule));
        Set<String> names = rules.stream().map(PlanRule::name).filter(name -> !name.isEmpty()).collect(Collectors.toCollection(HashSet::new));
        List<PlanRule> named = new ArrayList<>();
        for (PlanRule rule : rules) {
            PlanRule old = known.get(String.valueOf(rule.id()));
            String name = rule.name().isEmpty() ? PlanTexts.name(rule, names) : rule.name();
            names.add(name);
            boolean same = old != null && old.rate() == rule.rate();
            named.add(new PlanRule(rule.id(), name, rule.businesses(), rule.segments(), rule.warranty(), rule.teams(), rule.own(), rule.rate(),
                    rule.windowDays(), same ? old.text() : texts.text(rule)));
        }
        int basedOn = table.draft().map(PlanDraft::basedOn).orElse(running.version());
        if (!table.save(revision, basedOn, named, actor.username(), clock.instant())) {
            throw Problem.conflict("callback.plan.problem.changed");
        }
    }

    /** Forgets the draft. @throws Problem as {@link #save} */
    public void drop(Actor actor, int revision) {
        require(actor);
        if (!table.drop(revision)) {
            throw Problem.conflict("callback.plan.problem.changed");
        }
    }

    /**
     * Puts the draft into force for jobs that come in from now on; jobs that are in keep what they were drawn with.
     *
     * @return the new version
     * @throws Problem 422 for a plan with gaps or without a note, 409 when another plan came into force or the draft changed, 403 for who
     *                 may not release
     */
    public int release(Actor actor, int revision, String note) {
        require(actor);
        String said = note.strip();
        if (said.isEmpty() || said.length() > LONGEST_NOTE) {
            throw Problem.invalid("note", "callback.plan.problem.note", LONGEST_NOTE);
        }
        PlanDraft draft = table.draft().filter(known -> known.revision() == revision)
                .orElseThrow(() -> Problem.conflict("callback.plan.problem.changed"));
        SamplingPlans.Plan running = plans.running();
        if (draft.basedOn() != running.version()) {
            throw Problem.conflict("callback.plan.problem.stale", running.version());
        }
        refuse(check.problems(draft.rules()));
        List<PlanChange> changes = PlanChange.between(running.rules(), draft.rules());
        if (changes.isEmpty()) {
            throw Problem.invalid("rules", "callback.plan.problem.nothing");
        }
        drop(actor, revision);
        int version = plans.release(draft.rules());
        table.released(new PlanTable.Release(version, clock.instant(), actor.username(), said, changes));
        Map<String, Object> change = new HashMap<>(Map.of("version", version, "note", said));
        changes.forEach(each -> change.put(each.kind() + " " + each.rule(), each.from() + " → " + each.to()));
        audit.record("RELEASE_PLAN", "MODEL", "sampling", change);
        return version;
    }

    private List<HistoryLine> history(int running) {
        Map<Integer, PlanTable.Release> released = table.releases().stream().collect(Collectors.toMap(PlanTable.Release::version, it -> it));
        return plans.versions().stream().map(version -> {
            PlanTable.Release by = released.get(version.version());
            return by == null ? new HistoryLine(version.version(), version.at(), null, "", List.of(), version.version() == running)
                    : new HistoryLine(version.version(), by.at(), by.by(), by.note(), by.changes(), version.version() == running);
        }).toList();
    }

    private @Nullable YearMonth usual(List<YearMonth> months) {
        YearMonth now = YearMonth.from(clock.instant().atZone(calendars.current().zone()));
        return months.stream().filter(month -> month.isBefore(now)).findFirst().orElse(months.isEmpty() ? null : months.get(0));
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private static boolean mayChange(Actor actor) {
        return actor.hasAny(Role.DEPARTMENT_MANAGER.name(), Role.PROCESS_DESIGNER.name());
    }

    private static void require(Actor actor) {
        if (!mayChange(actor)) {
            throw Problem.forbidden("callback.plan.problem.mayNot");
        }
    }
}
