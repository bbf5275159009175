package org.redress.studio;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.studio.CaseMigrations.Forecast;
import org.redress.studio.CaseMigrations.Plan;
import org.redress.studio.CaseMigrations.Route;
import org.redress.studio.CaseMigrations.Why;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Migrations of running cases (在办案件迁移): looked at case by case before anything is moved, tried with five, carried out in the background, reported,
 * and taken back where nothing has moved since.
 */
@Service
@Transactional
public class Migrations {

    /** How many are moved first. */
    public static final int CANARY = 5;
    private static final int BATCH = 500;
    private static final int SHOWN = 100;
    private static final String SUBJECT = "MIGRATION";

    private final MigrationTable table;
    private final CaseMigrations engine;
    private final MigrationRunner runner;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    Migrations(MigrationTable table, CaseMigrations engine, MigrationRunner runner, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.table = table;
        this.engine = engine;
        this.runner = runner;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks at every running case of a version. @param change that it belongs to, null for none @return id of the migration */
    public long plan(@Nullable Long change, Route route, MigrationFilter filter) {
        checkVersions(route);
        Plan plan = engine.plan(route);
        Map<String, String> chosen = new HashMap<>(route.chosen());
        plan.open().stream().filter(step -> step.proposed() != null).forEach(step -> chosen.putIfAbsent(step.id(), Objects.requireNonNull(step.proposed())));
        Route proposed = new Route(route.process(), route.from(), route.to(), chosen);
        Route taken = engine.plan(proposed).mistakes().isEmpty() ? proposed : route;
        long id = table.insert(change, null, taken, actor.get().username(), clock.instant());
        table.choose(id, taken.chosen(), filter);
        look(id, taken, filter);
        audit.record("PLAN_MIGRATION", SUBJECT, String.valueOf(id), described(taken));
        return id;
    }

    private static void checkVersions(Route route) {
        if (route.from() == route.to()) {
            throw Problem.invalid("toVersion", "studio.migration.problem.sameVersion");
        }
    }

    private static Map<String, Object> described(Route route) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("process", route.process());
        change.put("from", route.from());
        change.put("to", route.to());
        if (!route.chosen().isEmpty()) {
            change.put("mapping", route.chosen());
        }
        return change;
    }

    private void look(long id, Route route, MigrationFilter filter) {
        int place = 1;
        String after = "";
        List<String> instances = engine.choose(route, filter, after, BATCH);
        while (!instances.isEmpty()) {
            List<MigrationCase> seen = engine.foresee(route, instances).stream().map(Migrations::seen).toList();
            if (!seen.isEmpty()) {
                table.add(id, place, seen);
            }
            place += seen.size();
            after = instances.get(instances.size() - 1);
            instances = engine.choose(route, filter, after, BATCH);
        }
    }

    private static MigrationCase seen(Forecast forecast) {
        return new MigrationCase(0, forecast, forecast.why() == null ? CaseOutcome.WAITING : CaseOutcome.CANNOT, forecast.why(), false, null, null);
    }

    /** @throws Problem 404 */
    @Transactional(readOnly = true)
    public Migration get(long id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("studio.migration.problem.unknown"));
    }

    /** The newest first. @param change null for all */
    @Transactional(readOnly = true)
    public List<Migration> newest(@Nullable Long change) {
        return table.newest(change, SHOWN);
    }

    @Transactional(readOnly = true)
    public Map<CaseOutcome, Long> counts(long id) {
        return table.counts(id);
    }

    /** @param after place of the last one seen, 0 for the beginning; @param only null for all */
    @Transactional(readOnly = true)
    public List<MigrationCase> cases(long id, int after, int limit, @Nullable CaseOutcome only) {
        return table.cases(id, after, limit, only);
    }

    /** The migration that takes this one back, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Long> reverseOf(long id) {
        return table.reverseOf(id);
    }

    /** Another mapping or filter: everything is looked at anew. @throws Problem 409 once cases were moved */
    public void choose(long id, Map<String, String> chosen, MigrationFilter filter) {
        Migration migration = open(id, MigrationState::open);
        if (migration.reverseOf() != null) {
            throw Problem.conflict("studio.migration.problem.state");
        }
        Route route = new Route(migration.process(), migration.from(), migration.to(), chosen);
        engine.plan(route);
        table.choose(id, chosen, filter);
        look(id, route, filter);
        audit.record("CHOOSE_MIGRATION", SUBJECT, String.valueOf(id), described(route));
    }

    /** Moves the first five and then waits for a person. @throws Problem 409 unless it waits to be started, or when the plan has mistakes */
    public void canary(long id) {
        Migration migration = ready(id);
        table.chooseCanary(id, CANARY);
        begin(migration, MigrationState.CANARY);
    }

    /** Moves all that can be moved. @param count of them as the person typed it @throws Problem 422 when the count is another, 409 as for {@link #canary} */
    public void run(long id, long count) {
        Migration migration = ready(id);
        long waiting = table.counts(id).getOrDefault(CaseOutcome.WAITING, 0L);
        if (count != waiting) {
            throw Problem.invalid("count", "studio.migration.problem.count", waiting);
        }
        begin(migration, MigrationState.RUNNING);
    }

    private Migration ready(long id) {
        Migration migration = open(id, MigrationState::startable);
        if (!engine.plan(migration.route()).mistakes().isEmpty()) {
            throw Problem.conflict("studio.migration.problem.mistakes");
        }
        if (!table.counts(id).containsKey(CaseOutcome.WAITING)) {
            throw Problem.conflict("studio.migration.problem.nothing");
        }
        return migration;
    }

    private void begin(Migration migration, MigrationState state) {
        table.started(migration.id(), state, actor.get().username(), clock.instant());
        audit.record(state == MigrationState.CANARY ? "TRY_MIGRATION" : "RUN_MIGRATION", SUBJECT, String.valueOf(migration.id()), described(migration.route()));
        runner.startAfterCommit(migration.id());
    }

    /** The case at hand is finished, the next one waits. @throws Problem 409 unless it is at work */
    public void pause(long id) {
        open(id, MigrationState::working);
        table.stands(id, MigrationState.PAUSED, null);
        audit.record("PAUSE_MIGRATION", SUBJECT, String.valueOf(id), Map.of());
    }

    /** What was moved stays moved, the rest stays where it is. @throws Problem 409 when it is over */
    public void stop(long id) {
        open(id, state -> state.working() || state.startable());
        table.stands(id, MigrationState.STOPPED, clock.instant());
        audit.record("STOP_MIGRATION", SUBJECT, String.valueOf(id), Map.of());
    }

    /** Looks anew at everything that was not moved. @return how many can be moved now @throws Problem 409 while it is at work or taken back */
    public long retry(long id) {
        Migration migration = open(id, state -> !state.working() && state != MigrationState.REVERSED);
        List<MigrationCase> left = new ArrayList<>();
        retryable(migration).forEach(outcome -> left.addAll(table.cases(id, 0, Integer.MAX_VALUE, outcome)));
        Map<String, Forecast> now = foreseen(migration.route(), left);
        for (MigrationCase one : left) {
            Forecast forecast = now.get(one.forecast().instance());
            if (forecast != null) {
                table.seenAnew(id, one.place(), seen(forecast));
            } else {
                table.stayed(id, one.place(), CaseOutcome.SKIPPED, Why.of("studio.migration.why.ended"));
            }
        }
        long waiting = table.counts(id).getOrDefault(CaseOutcome.WAITING, 0L);
        if (waiting > 0 && migration.state() != MigrationState.PREVIEWED) {
            table.stands(id, MigrationState.PAUSED, null);
        }
        return waiting;
    }

    /** What has moved on since it was taken along is not taken back. */
    private static List<CaseOutcome> retryable(Migration migration) {
        return migration.reverseOf() == null ? List.of(CaseOutcome.SKIPPED, CaseOutcome.FAILED, CaseOutcome.CANNOT) : List.of(CaseOutcome.FAILED);
    }

    /** How many cases another look may help. */
    @Transactional(readOnly = true)
    public long left(Migration migration) {
        Map<CaseOutcome, Long> counts = table.counts(migration.id());
        return retryable(migration).stream().mapToLong(outcome -> counts.getOrDefault(outcome, 0L)).sum();
    }

    private Map<String, Forecast> foreseen(Route route, List<MigrationCase> cases) {
        Map<String, Forecast> all = new HashMap<>();
        for (int from = 0; from < cases.size(); from += BATCH) {
            List<String> instances = cases.subList(from, Math.min(cases.size(), from + BATCH)).stream().map(one -> one.forecast().instance()).toList();
            engine.foresee(route, instances).forEach(forecast -> all.put(forecast.instance(), forecast));
        }
        return all;
    }

    /** How many of the moved cases stand where the migration left them: those can be taken back. */
    @Transactional(readOnly = true)
    public long unmoved(long id) {
        List<MigrationCase> moved = table.cases(id, 0, Integer.MAX_VALUE, CaseOutcome.MOVED);
        Map<String, String> standing = engine.standing(moved.stream().map(one -> one.forecast().instance()).toList());
        return moved.stream().filter(one -> Objects.equals(one.after(), standing.get(one.forecast().instance()))).count();
    }

    /**
     * Plans the way back for what was moved: each case that stands where it was left, and would come to where it was. It is looked at, tried and run
     * like any other.
     *
     * @return id of the migration back
     * @throws Problem 409 while it is at work, before it moved anything, and when it was taken back already
     */
    public long reverse(long id) {
        Migration migration = open(id, state -> !state.working() && state != MigrationState.REVERSED);
        List<MigrationCase> moved = table.cases(id, 0, Integer.MAX_VALUE, CaseOutcome.MOVED);
        if (moved.isEmpty()) {
            throw Problem.conflict("studio.migration.problem.nothing");
        }
        Map<String, String> back = migration.chosen().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (first, second) -> first));
        back.keySet().removeAll(engine.plan(new Route(migration.process(), migration.to(), migration.from(), Map.of())).equal().keySet());
        Route way = new Route(migration.process(), migration.to(), migration.from(), back);
        long reverse = table.insert(migration.change(), id, way, actor.get().username(), clock.instant());
        Map<String, Forecast> forecasts = foreseen(way, moved);
        List<MigrationCase> cases = moved.stream().map(one -> back(one, forecasts.get(one.forecast().instance()))).toList();
        table.add(reverse, 1, cases);
        audit.record("PLAN_MIGRATION", SUBJECT, String.valueOf(reverse), described(way));
        return reverse;
    }

    private static MigrationCase back(MigrationCase moved, @Nullable Forecast forecast) {
        if (forecast == null) {
            return new MigrationCase(0, moved.forecast(), CaseOutcome.CANNOT, Why.of("studio.migration.why.ended"), false, null, null);
        }
        if (!forecast.standing().equals(moved.after())) {
            return new MigrationCase(0, forecast, CaseOutcome.CANNOT, Why.of("studio.migration.why.movedSince"), false, null, null);
        }
        List<String> from = moved.forecast().steps().stream().map(CaseMigrations.Step::from).sorted().toList();
        List<String> to = forecast.steps().stream().map(step -> String.valueOf(step.to())).sorted().toList();
        if (forecast.why() == null && !from.equals(to)) {
            return new MigrationCase(0, forecast, CaseOutcome.CANNOT, Why.of("studio.migration.why.elsewhere"), false, null, null);
        }
        return seen(forecast);
    }

    private Migration open(long id, Predicate<MigrationState> allowed) {
        Migration migration = table.lock(id).orElseThrow(() -> Problem.notFound("studio.migration.problem.unknown"));
        if (!allowed.test(migration.state())) {
            throw Problem.conflict("studio.migration.problem.state");
        }
        return migration;
    }
}
