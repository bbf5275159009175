package org.redress.studio.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.studio.CaseMigrations;
import org.redress.studio.CaseMigrations.Forecast;
import org.redress.studio.CaseMigrations.Plan;
import org.redress.studio.CaseMigrations.Route;
import org.redress.studio.CaseMigrations.Work;
import org.redress.studio.CaseOutcome;
import org.redress.studio.Migration;
import org.redress.studio.MigrationCase;
import org.redress.studio.MigrationFilter;
import org.redress.studio.MigrationState;
import org.redress.studio.Migrations;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/migrations}: what would become of running cases, and taking them along. */
@RestController
@Tag(name = "Models")
class MigrationApi {

    private static final int PAGE = 50;
    private static final int MOST = 200;

    private final Migrations migrations;
    private final CaseMigrations engine;
    private final MigrationWords words;

    MigrationApi(Migrations migrations, CaseMigrations engine, MigrationWords words) {
        this.migrations = migrations;
        this.engine = engine;
        this.words = words;
    }

    record Filter(@Nullable Boolean late, @Nullable String team, @Nullable Set<String> exclude) {
    }

    /** @param mapping step to step where the same step is not in both versions */
    record Body(@Nullable String key, @Nullable Integer fromVersion, @Nullable Integer toVersion, @Nullable Map<String, String> mapping, @Nullable Filter filter) {
    }

    record StepAnswer(String now, @Nullable String then, Work task, @Nullable Instant dueNow, @Nullable Instant dueThen) {
    }

    record ClockAnswer(ClockKind kind, boolean paused, Instant dueNow, Instant dueThen, @Nullable Instant nextStepNow, @Nullable Instant nextStepThen) {
    }

    /** @param problem why it cannot be moved, or was not; null when it can, or was */
    record Item(String number, List<StepAnswer> steps, List<ClockAnswer> clocks, @Nullable CaseOutcome outcome, @Nullable String problem) {
    }

    record Unmapped(String element, long cases) {
    }

    record PlanProblem(String element, String message) {
    }

    record Preview(List<PlanProblem> problems, List<Unmapped> unmapped, List<Item> items, @Nullable String next) {
    }

    record Answer(long id, MigrationState state, String key, int fromVersion, int toVersion, Map<CaseOutcome, Long> counts) {
    }

    record Cases(List<Item> items, @Nullable String next) {
    }

    @Operation(summary = "What would become of each running case of a version: step now and then, due now and then, or why not. Nothing is changed")
    @PostMapping("/api/v1/migrations/preview")
    Preview preview(@RequestBody Body body, @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String cursor, Locale locale) {
        Route route = route(body);
        Plan plan = engine.plan(route);
        int size = Math.max(1, Math.min(limit, MOST));
        List<String> found = engine.choose(route, filter(body), cursor, size + 1);
        List<String> page = found.subList(0, Math.min(size, found.size()));
        List<Item> items = engine.foresee(route, page).stream().map(forecast -> item(forecast, null, forecast.why(), locale)).toList();
        return new Preview(plan.mistakes().stream().map(mistake -> new PlanProblem(mistake.element(), words.why(mistake.why(), locale))).toList(),
                plan.open().stream().filter(step -> step.standing() > 0 && step.chosen() == null).map(step -> new Unmapped(step.id(), step.standing())).toList(),
                items, found.size() > size ? page.get(size - 1) : null);
    }

    @Operation(summary = "Take the running cases of a version to another, in the background; ask the migration how far it is")
    @PostMapping("/api/v1/migrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer migrate(@RequestBody Body body) {
        long id = migrations.plan(null, route(body), filter(body));
        long waiting = migrations.counts(id).getOrDefault(CaseOutcome.WAITING, 0L);
        if (waiting > 0) {
            migrations.run(id, waiting);
        }
        return answer(id);
    }

    @Operation(summary = "How far a migration is")
    @GetMapping("/api/v1/migrations/{id}")
    Answer answer(@PathVariable long id) {
        Migration migration = migrations.get(id);
        return new Answer(id, migration.state(), migration.process(), migration.from(), migration.to(), migrations.counts(id));
    }

    @Operation(summary = "Its cases: what was foreseen and what became of them")
    @GetMapping("/api/v1/migrations/{id}/cases")
    Cases cases(@PathVariable long id, @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") int cursor, Locale locale) {
        migrations.get(id);
        int size = limit < 1 ? PAGE : Math.min(limit, MOST);
        List<MigrationCase> found = migrations.cases(id, cursor, size + 1, null);
        List<MigrationCase> page = found.subList(0, Math.min(size, found.size()));
        return new Cases(page.stream().map(one -> item(one.forecast(), one.outcome(), one.why(), locale)).toList(),
                found.size() > size ? String.valueOf(page.get(size - 1).place()) : null);
    }

    private Item item(Forecast forecast, @Nullable CaseOutcome outcome, CaseMigrations.@Nullable Why why, Locale locale) {
        return new Item(forecast.label(),
                forecast.steps().stream().map(step -> new StepAnswer(step.from(), step.to(), step.work(), step.dueNow(), step.dueThen())).toList(),
                forecast.clocks().stream().map(clock -> new ClockAnswer(clock.clock(), clock.paused(), clock.dueNow(), clock.dueThen(), clock.stepNow(), clock.stepThen()))
                        .toList(),
                outcome, why == null ? null : words.why(why, locale));
    }

    private static Route route(Body body) {
        List<FieldProblem> missing = new ArrayList<>();
        String key = body.key();
        Integer from = body.fromVersion();
        Integer to = body.toVersion();
        if (key == null || key.isBlank()) {
            missing.add(FieldProblem.of("key", "studio.migration.problem.needed"));
        }
        if (from == null) {
            missing.add(FieldProblem.of("fromVersion", "studio.migration.problem.needed"));
        }
        if (to == null) {
            missing.add(FieldProblem.of("toVersion", "studio.migration.problem.needed"));
        }
        if (key == null || from == null || to == null || !missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        return new Route(key, from, to, body.mapping() == null ? Map.of() : body.mapping());
    }

    private static MigrationFilter filter(Body body) {
        Filter filter = body.filter();
        if (filter == null) {
            return MigrationFilter.NONE;
        }
        return new MigrationFilter(Boolean.TRUE.equals(filter.late()), filter.team(), filter.exclude() == null ? Set.of() : filter.exclude());
    }
}
