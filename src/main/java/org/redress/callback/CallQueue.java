package org.redress.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.deadline.Budget;
import org.redress.deadline.Calendars;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.shared.Business;
import org.redress.shared.Cursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The calls that one agent holds or may take, group by group in the order in which they are called. A call whose time has not come has
 * no open task and is not in here. Each group is one bounded walk along an index, so a list costs the same however many calls are open.
 */
@Repository
class CallQueue {

    /** No list counts further. */
    static final int CAP = 1_000;
    private static final Budget LAPSES_SOON = Budget.businessDays(2);

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Clock clock;

    CallQueue(JdbcClient jdbc, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Rows of one group from a place on. @param after place of the last row already seen, null for the beginning */
    List<CallListRow> rows(Actor actor, CallGroup group, @Nullable Cursor after, int limit) {
        return query("""
                select t.id, t.version, t.assignee, c.window_ends_at, c.attempts, c.retry_at, p.promised_at, p.due_at as promise_due_at,
                       j.external_id, j.customer_name, j.segment, j.business, j.done_at, c.id as call_id,
                       (select g.name from campaign g where g.id = c.campaign_id) as campaign
                """ + from(group) + " join service_job j on j.id = c.job_id " + where(group, "(t.assignee is null or t.assignee = :user)")
                + (after == null ? "" : " and (" + order(group) + ") > (:afterAt, :afterId)") + " order by " + order(group) + " limit :limit", actor)
                .params(after == null ? Map.of() : Map.of("afterAt", JobTable.offset(after.at()), "afterId", Long.parseLong(after.id())))
                .param("limit", limit).query((row, number) -> row(row, group, actor)).list();
    }

    /** How many there are in each group, none more than {@link #CAP}; groups without any are left out. */
    Map<CallGroup, Integer> counts(Actor actor) {
        String counts = Stream.of(CallGroup.values())
                .map(group -> "(select count(*) from (select 1 " + from(group) + where(group, "(t.assignee is null or t.assignee = :user)")
                        + " limit :cap) x) as n" + group.ordinal()).collect(Collectors.joining(", "));
        return query("select " + counts, actor).param("cap", CAP).query((row, number) -> {
            Map<CallGroup, Integer> found = new EnumMap<>(CallGroup.class);
            for (CallGroup group : CallGroup.values()) {
                int count = row.getInt("n" + group.ordinal());
                if (count > 0) {
                    found.put(group, count);
                }
            }
            return found;
        }).single();
    }

    /** A call that the agent took from the list and has not finished; not one that is theirs by name. */
    Optional<String> unfinished(Actor actor) {
        return jdbc.sql("""
                select t.id from open_task t join follow_up_call c on c.id = t.subject_id
                where t.assignee = :user and t.kind = 'CALL' and c.state = 'OPEN' and c.named_agent is distinct from :user order by t.claimed_at, t.id limit 1""")
                .param("user", actor.username()).query(String.class).optional();
    }

    /** The first of the group that is the agent's by name. */
    Optional<String> own(Actor actor, CallGroup group) {
        return query("select t.id " + from(group) + where(group, "t.assignee = :user") + " order by " + order(group) + " limit 1", actor)
                .query(String.class).optional();
    }

    /** A call that nobody holds. */
    record Free(String taskId, long customerId) {
    }

    /**
     * The first of the group that nobody holds and nobody is just taking. Its row and its customer are locked, and no other agent waits for
     * them.
     *
     * @param busy customers to leave out
     */
    Optional<Free> lockFree(Actor actor, CallGroup group, Set<Long> busy) {
        return query("select t.id as task_id, k.id as customer_id " + from(group) + "join service_job j on j.id = c.job_id join customer k on k.id = j.customer_id"
                + where(group, "t.assignee is null and k.id <> all(:busy)") + " order by " + order(group)
                + " limit 1 for update of t, k skip locked", actor).param("busy", busy.toArray(Long[]::new)).query(Free.class).optional();
    }

    /** Customer of a call; nobody else begins a call to them before this transaction ends. */
    long lockCustomer(long callId) {
        return jdbc.sql("""
                select k.id from customer k join service_job j on j.customer_id = k.id join follow_up_call c on c.job_id = j.id
                where c.id = :call for update of k""").param("call", callId).query(Long.class).single();
    }

    /** Who else has begun a call to the customer, about whatever job; empty when nobody has. What is somebody's by name is not begun. */
    Optional<String> callerOf(long customerId, Actor actor) {
        return jdbc.sql("""
                select t.assignee from service_job j join follow_up_call c on c.job_id = j.id and c.state = 'OPEN'
                join open_task t on t.kind = 'CALL' and t.subject_id = c.id
                where j.customer_id = :customer and t.assignee <> :user and c.named_agent is distinct from t.assignee limit 1""")
                .param("customer", customerId).param("user", actor.username()).query(String.class).optional();
    }

    /** Open calls whose time comes later. @param next the earliest, null when there are none */
    record Later(int count, @Nullable Instant next) {
    }

    Later later(Instant now) {
        return jdbc.sql("select count(*) as n, min(retry_at) as next from follow_up_call where state = 'OPEN' and retry_at > :now")
                .param("now", JobTable.offset(now))
                .query((row, number) -> new Later(row.getInt("n"), CallRow.moment(row, "next"))).single();
    }

    private JdbcClient.StatementSpec query(String sql, Actor actor) {
        Set<String> groups = new TreeSet<>(actor.roles());
        groups.addAll(actor.teams());
        groups.add(Role.CALLBACK_AGENT.name()); // whoever leads agents may look on; taking a call is another matter
        return jdbc.sql(sql).param("user", actor.username()).param("groups", groups.toArray(String[]::new))
                .param("soon", JobTable.offset(calendars.current().plus(clock.instant(), LAPSES_SOON)));
    }

    private static String from(CallGroup group) {
        return "from follow_up_call c join open_task t on t.kind = 'CALL' and t.subject_id = c.id "
                + (group == CallGroup.PROMISED ? "join" : "left join") + " call_promise p on p.call_id = c.id and p.ended_at is null ";
    }

    private static String where(CallGroup group, String holder) {
        return " where c.state = 'OPEN' and not t.waiting and t.team = any(:groups) and not (:user = any(t.excluded)) and " + holder + " and "
                + switch (group) {
                    case PROMISED -> "p.promised_at is not null";
                    case RETRY -> "c.retry_at is not null and p.id is null";
                    case LAPSING -> "c.retry_at is null and p.id is null and c.window_ends_at < :soon";
                    case NEW -> "c.retry_at is null and p.id is null and c.window_ends_at >= :soon";
                };
    }

    private static String order(CallGroup group) {
        return group == CallGroup.PROMISED ? "p.promised_at, c.id" : "c.window_ends_at, c.id";
    }

    private CallListRow row(ResultSet row, CallGroup group, Actor actor) throws SQLException {
        Instant promised = CallRow.moment(row, "promised_at");
        Instant due = CallRow.moment(row, "promise_due_at");
        Instant windowEndsAt = CallRow.moment(row, "window_ends_at");
        return new CallListRow(row.getString("id"), row.getInt("version"), actor.username().equals(row.getString("assignee")), group,
                row.getString("external_id"), row.getString("customer_name"), Segment.VIP.name().equals(row.getString("segment")),
                Business.valueOf(row.getString("business")), CallRow.moment(row, "done_at"), windowEndsAt, row.getInt("attempts"),
                promised == null ? CallRow.moment(row, "retry_at") : promised, due != null && due.isBefore(clock.instant()),
                row.getString("campaign"),
                new Cursor(promised == null || group != CallGroup.PROMISED ? windowEndsAt : promised, row.getString("call_id")));
    }
}
