package org.redress.callback;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Customers;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Team;
import org.redress.shared.Actor;
import org.redress.shared.Bilingual;
import org.redress.shared.Cursor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The call list (回访任务清单) and the call sheet of the agents, as they are read. */
@Service
@Transactional(readOnly = true)
public class CallDesk {

    private static final int SHORTEST_LIST = 10;
    private static final int LONGEST_LIST = 100;

    private final TaskDesk tasks;
    private final CallTable table;
    private final CallQueue queue;
    private final CallPace pace;
    private final Customers customers;
    private final Organisation organisation;
    private final EarlierCases earlier;

    CallDesk(TaskDesk tasks, CallTable table, CallQueue queue, CallPace pace, Customers customers, Organisation organisation,
            EarlierCases earlier) {
        this.tasks = tasks;
        this.table = table;
        this.queue = queue;
        this.pace = pace;
        this.customers = customers;
        this.organisation = organisation;
        this.earlier = earlier;
    }

    /**
     * One group of a list.
     *
     * @param count how many there are in all; {@code more} when nobody counted to the end
     * @param next  cursor of the rows after these, null on the last page
     */
    public record Group(int count, boolean more, List<CallListRow> rows, @Nullable String next) {
    }

    /** @param groups in the order in which they are called; those without calls are left out */
    public record CallList(CallDay day, Map<CallGroup, Group> groups) {
    }

    /** As many calls as the actor can make today, in the order in which they are called; what is theirs by name is among them. */
    public CallList list(Actor actor) {
        Map<CallGroup, Integer> counts = queue.counts(actor);
        CallDay day = pace.day(actor, counts);
        CallDay.Mine mine = day.mine();
        int room = mine == null ? LONGEST_LIST : Math.max(SHORTEST_LIST, Math.min(LONGEST_LIST, mine.left()));
        Map<CallGroup, Group> groups = new EnumMap<>(CallGroup.class);
        for (Map.Entry<CallGroup, Integer> group : counts.entrySet()) {
            Group rows = group(actor, group.getKey(), group.getValue(), null, room);
            room -= rows.rows().size();
            groups.put(group.getKey(), rows);
        }
        return new CallList(day, groups);
    }

    /** All calls of one group, a page of them. @throws Problem 400 for a cursor that is none */
    public CallList group(Actor actor, CallGroup group, @Nullable String cursor) {
        Cursor after = Cursor.decode(cursor);
        if (after != null && !after.id().matches("\\d{1,18}")) {
            throw Problem.badRequest("shared.problem.cursor");
        }
        Map<CallGroup, Integer> counts = queue.counts(actor);
        return new CallList(pace.day(actor, counts), Map.of(group,
                group(actor, group, counts.getOrDefault(group, 0), after, LONGEST_LIST)));
    }

    private Group group(Actor actor, CallGroup group, int count, @Nullable Cursor after, int room) {
        List<CallListRow> found = room == 0 ? new ArrayList<>() : queue.rows(actor, group, after, room + 1);
        Slice<CallListRow> page = Slice.of(found, room, row -> row.place().encode());
        return new Group(count, count >= CallQueue.CAP, page.items(), page.next());
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
                call.windowEndsAt(), call.promiseDueAt() == null ? null : call.retryAt(), earlier.count(job.customerId()),
                table.attempts(call.id()), table.campaign(call.id()).orElse(null));
    }

    /** Number of the case that was opened from a call; empty when none was. */
    public Optional<String> caseOpened(long callId) {
        return table.find(callId).map(CallRow::caseNumber);
    }

    private @Nullable Bilingual employee(CallRow.Job job) {
        String employee = job.employee();
        return employee == null ? null : organisation.person(employee).map(Person::name).orElse(new Bilingual(employee, employee));
    }
}
