package org.redress.worklist.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskAnswers;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.WorkFilter;
import org.redress.worklist.WorkPage;
import org.redress.worklist.WorkQuery;
import org.redress.worklist.WorkScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code /api/v1/tasks}: open work for other systems, with the same permissions as the pages. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TaskApi {

    private static final int MOST = 200;

    private final CurrentActor current;
    private final WorkQuery query;
    private final TaskDesk desk;
    private final TaskAnswers answers;
    private final Clock clock;

    TaskApi(CurrentActor current, WorkQuery query, TaskDesk desk, TaskAnswers answers, Clock clock) {
        this.current = current;
        this.query = query;
        this.desk = desk;
        this.answers = answers;
        this.clock = clock;
    }

    @Operation(summary = "Open tasks in the order of work: overdue first, then by latest safe start")
    @GetMapping
    Slice<TaskView> list(@RequestParam(defaultValue = "mine") String scope, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor, Locale locale) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "worklist.problem.limit", MOST);
        }
        WorkPage page = query.page(current.get(), scope(scope), WorkFilter.NONE, cursor, limit);
        return new Slice<>(page.rows().stream().map(row -> view(row.task(), locale)).toList(), page.next());
    }

    @Operation(summary = "The Camunda Form of a task and its current values")
    @GetMapping("/{id}/form")
    FormView form(@PathVariable String id, Locale locale) {
        OpenTask task = desk.see(current.get(), id);
        TaskAnswers.Sheet sheet = answers.sheet(task, locale);
        return new FormView(sheet.schema(), sheet.data(), task.version());
    }

    @Operation(summary = "Take a task nobody has")
    @PostMapping("/{id}/claim")
    TaskView claim(@PathVariable String id, @RequestBody(required = false) @Nullable Act act, Locale locale) {
        return view(desk.claim(current.get(), id, act == null ? null : act.version()), locale);
    }

    @Operation(summary = "Give a task back to those it is offered to")
    @PostMapping("/{id}/release")
    TaskView release(@PathVariable String id, @RequestBody(required = false) @Nullable Act act, Locale locale) {
        desk.release(current.get(), id, act == null ? null : act.version());
        return view(desk.see(current.get(), id), locale);
    }

    @Operation(summary = "Finish a task; the variables are checked against its form", description = "Answers the task as it was finished")
    @PostMapping("/{id}/complete")
    TaskView complete(@PathVariable String id, @RequestBody Act act, Locale locale) {
        Map<String, Object> variables = act.variables() == null ? Map.of() : act.variables();
        return view(desk.complete(current.get(), id, act.version(), variables), locale);
    }

    private static WorkScope scope(String name) {
        return Arrays.stream(WorkScope.values()).filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> Problem.invalid("scope", "worklist.problem.scope", name));
    }

    private TaskView view(OpenTask task, Locale locale) {
        return new TaskView(task.id(), task.key(), task.name().in(locale), task.subject(), task.assignee(), List.of(task.team()),
                task.dueAt().atZone(clock.getZone()).toOffsetDateTime(), task.startBy().atZone(clock.getZone()).toOffsetDateTime(),
                task.severity(), task.version());
    }

    /** @param teams the role or team it is offered to */
    record TaskView(String id, String key, String name, String caseNumber, @Nullable String assignee, List<String> teams,
            OffsetDateTime dueAt, OffsetDateTime startBy, @Nullable String severity, int version) {
    }

    /** @param data values to begin with and option lists */
    record FormView(JsonNode schema, Map<String, Object> data, int version) {
    }

    /** @param version of the task as it was seen; left out, the newest counts */
    record Act(@Nullable Map<String, Object> variables, @Nullable Integer version) {
    }
}
