package org.redress.callback;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Customers;
import org.redress.customer.Segment;
import org.redress.deadline.Budget;
import org.redress.deadline.Calendars;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Team;
import org.redress.shared.Actor;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskKind;
import org.redress.worklist.WorkQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The call list (回访任务清单) and the call sheet of the agents. */
@Service
@Transactional(readOnly = true)
public class CallDesk {

    private static final Budget LAPSES_SOON = Budget.businessDays(2);

    private final WorkQuery work;
    private final TaskDesk tasks;
    private final CallTable table;
    private final Customers customers;
    private final Organisation organisation;
    private final EarlierCases earlier;
    private final Calendars calendars;
    private final Clock clock;

    CallDesk(WorkQuery work, TaskDesk tasks, CallTable table, Customers customers, Organisation organisation, EarlierCases earlier,
            Calendars calendars, Clock clock) {
        this.work = work;
        this.tasks = tasks;
        this.table = table;
        this.customers = customers;
        this.organisation = organisation;
        this.earlier = earlier;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param next cursor of the next page, null on the last one */
    public record CallList(Map<CallGroup, List<CallListRow>> groups, int shown, @Nullable String next) {
    }

    /** The calls the actor holds or may take, grouped, each group by latest safe start. */
    public CallList list(Actor actor, @Nullable String cursor, int limit) {
        Slice<OpenTask> slice = work.calls(actor, cursor, limit);
        Map<Long, CallRow> calls = table.findAll(slice.items().stream().map(OpenTask::subjectId).toList()).stream()
                .collect(Collectors.toMap(CallRow::id, Function.identity()));
        Map<CallGroup, List<CallListRow>> groups = new EnumMap<>(CallGroup.class);
        int shown = 0;
        for (OpenTask task : slice.items()) {
            CallRow call = calls.get(task.subjectId());
            if (call != null) {
                CallListRow row = row(task, call, actor);
                groups.computeIfAbsent(row.group(), group -> new ArrayList<>()).add(row);
                shown++;
            }
        }
        return new CallList(groups, shown, slice.next());
    }

    /**
     * The sheet of a call the actor may see.
     *
     * @throws Problem 404 when the call is done, 403 when it is not theirs to see
     */
    public CallSheet sheet(Actor actor, String taskId) {
        OpenTask task = tasks.see(actor, taskId);
        if (task.kind() != TaskKind.CALL) {
            throw Problem.notFound("callback.problem.unknown");
        }
        CallRow call = table.find(task.subjectId()).orElseThrow(() -> Problem.notFound("callback.problem.unknown"));
        CallRow.Job job = call.job();
        return new CallSheet(task, customers.find(job.customerId()).orElseThrow(), job.business(), job.doneAt(), job.appointmentAt(),
                Optional.ofNullable(job.team()).flatMap(organisation::team).map(Team::name).orElse(null), employee(job), job.warranty(),
                call.windowEndsAt(), earlier.count(job.customerId()), table.attempts(call.id()));
    }

    /** Number of the case that was opened from a call; empty when none was. */
    public Optional<String> caseOpened(long callId) {
        return table.find(callId).map(CallRow::caseNumber);
    }

    private @Nullable Bilingual employee(CallRow.Job job) {
        String employee = job.employee();
        return employee == null ? null : organisation.person(employee).map(Person::name).orElse(new Bilingual(employee, employee));
    }

    private CallListRow row(OpenTask task, CallRow call, Actor actor) {
        return new CallListRow(task.id(), task.version(), actor.username().equals(task.assignee()), group(call), call.job().number(),
                call.job().customerName(), call.job().segment() == Segment.VIP, call.job().business(), call.job().doneAt(), call.windowEndsAt(), call.attempts(),
                call.retryAt());
    }

    private CallGroup group(CallRow call) {
        if (call.retryAt() != null) {
            return call.promiseDueAt() != null ? CallGroup.PROMISED : CallGroup.RETRY;
        }
        Instant soon = calendars.current().plus(clock.instant(), LAPSES_SOON);
        return call.windowEndsAt().isBefore(soon) ? CallGroup.LAPSING : CallGroup.NEW;
    }
}
