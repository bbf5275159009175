package org.redress.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Cursor;

/**
 * The SQL of a board: its counts and one page of its rows in one statement. What is late or at risk is found in one walk along an index of
 * case_clock; what is neither is walked in the order in which it is due, as far as the page needs.
 */
final class BoardSql {

    /** Of table complaint, as its partial index has it. */
    static final String OPEN = "c.state not in ('REJECTED', 'MERGED', 'SETTLED_ON_CALL', 'CLOSED', 'REFERRED_OUT', 'WITHDRAWN')";

    /** Of table open_task, as its partial index has it: an order to answer or a request to decide is nobody's lack of a handler. */
    static final String OWN_STEP = "task_key not in ('userTask_answerSupervisionOrder', 'userTask_decideExtension')";

    /** Where cases without a running clock stand in the order: after all others. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String RANK = """
            case when k.state = 'RUNNING' and k.due_at <= :now or k.state = 'PAUSED' and k.breached_at is not null then 0
                 when k.state = 'RUNNING' then 1 else 2 end""";
    private static final String SPENT = """
            (s.%1$s + case when s.stage = '%2$s' then (case when s.around then :nowAround else :nowWork end) - s.since_work else 0 end)""";
    private static final String FREE = " and exists (select from open_task f where f.kind = 'CASE' and f.subject_id = h.complaint_id"
            + " and f.assignee is null and not f.waiting and f." + OWN_STEP + ")";
    /** Written so that they stay conditions of the walk in order, which ends with the page, and become no joins of everything. */
    private static final String ON_TRACK = " and h.complaint_id not in (select complaint_id from hot) and h.complaint_id not in (select complaint_id from still)"
            + " and not coalesce((select true from case_clock o where o.complaint_id = h.complaint_id and o.state = 'RUNNING'"
            + " and (o.due_at, o.kind) < (h.due_at, h.kind) limit 1), false)";
    private static final String MARKED = " and exists (select from gaming_mark g where g.complaint_id = h.complaint_id)";

    private final BoardFilter filter;
    private final @Nullable Set<String> teams;
    private final Map<String, Object> params = new TreeMap<>();

    BoardSql(BoardFilter filter, @Nullable Set<String> teams) {
        this.filter = filter;
        this.teams = teams;
        if (teams != null) {
            params.put("teams", teams.toArray(String[]::new));
        }
        if (filter.severity() != null) {
            params.put("severity", filter.severity());
        }
        if (filter.team() != null) {
            params.put("team", filter.team());
        }
        if (!filter.numbers().isEmpty()) {
            params.put("numbers", filter.numbers().toArray(String[]::new));
        }
    }

    Map<String, Object> params() {
        return params;
    }

    /** @param after the last row of the page before: its due moment and id */
    String page(@Nullable Cursor after, int limit) {
        params.put("limit", limit);
        String rows = legs(after).collect(Collectors.joining("\nunion all\n"));
        return with() + ",\npage as (select * from (" + rows + ") r order by due_at, complaint_id limit :limit)\n"
                + "select n.*, p.complaint_id, p.kind, p.rank, p.cause, " + BoardRows.COLUMNS
                + " from numbers n left join page p on true left join complaint c on c.id = p.complaint_id " + BoardRows.JOINS
                + " order by p.due_at, p.complaint_id";
    }

    /** Whether rows without any running clock belong to the list: they come last. */
    boolean hasTail() {
        return filter.cause() == null && filter.has(BoardState.ON_TRACK) && !filter.tonight();
    }

    /** The rows without a running clock, by id; asked for only when the others do not fill the page. */
    String tail(@Nullable Cursor after, int limit) {
        params.put("limit", limit);
        String rows = "select h.* from (select c.id as complaint_id, cast(null as text) as kind, 3 as rank, cast(null as text) as cause from complaint c where "
                + OPEN + narrow() + " and not exists (select from case_clock o where o.complaint_id = c.id and o.state in ('RUNNING', 'PAUSED'))) h where "
                + (isTail(after) ? "h.complaint_id > :afterId" : "true") + more() + " order by h.complaint_id limit :limit";
        return "select p.complaint_id, p.kind, p.rank, p.cause, " + BoardRows.COLUMNS + " from (" + rows + ") p join complaint c on c.id = p.complaint_id "
                + BoardRows.JOINS + " order by p.complaint_id";
    }

    private static boolean isTail(@Nullable Cursor after) {
        return after != null && after.at().equals(NEVER);
    }

    String counts() {
        return with() + "\nselect * from numbers";
    }

    private String with() {
        return "with hot as materialized (select distinct on (k.complaint_id) k.complaint_id, k.kind, k.due_at, k.paused_minutes, k.rank"
                + " from (select k.*, " + RANK + " as rank from case_clock k where k.state in ('RUNNING', 'PAUSED') and k.risk_at <= :now) k"
                + join("k.complaint_id") + " order by k.complaint_id, k.rank, k.due_at, k.kind),\n"
                + "late as materialized (select h.complaint_id, h.kind, h.due_at, h.rank, " + cause()
                + " as cause from hot h left join case_stage s on s.complaint_id = h.complaint_id where h.rank < 2),\n"
                + "still as materialized (select p.complaint_id from (select distinct complaint_id from case_clock k where k.state = 'PAUSED') p"
                + join("p.complaint_id") + " where not exists (select from late h where h.complaint_id = p.complaint_id)),\n"
                + "numbers as (select count(*) filter (where rank = 0) as breached, count(*) filter (where rank = 1) as at_risk,"
                + " (select count(*) from still) as paused, (select count(*) from complaint c where " + OPEN + narrow() + ") as open,"
                + " (select count(distinct f.subject_id) from open_task f" + join("f.subject_id")
                + " where f.kind = 'CASE' and f.assignee is null and not f.waiting and f." + OWN_STEP + ") as unassigned,"
                + " (select count(distinct k.complaint_id) from case_clock k" + join("k.complaint_id")
                + " where k.state = 'RUNNING' and k.due_at > :now and k.due_at < :tonight"
                + " and not exists (select from late h where h.complaint_id = k.complaint_id and h.rank = 0)) as tonight,"
                + " (select coalesce(jsonb_object_agg(cause || '.' || rank, n), '{}') from (select cause, rank, count(*) as n from late"
                + " group by cause, rank) x) as causes from late)";
    }

    /** Which stage took most of the time that counts for the clock; credited waiting does not. */
    private static String cause() {
        String spent = Stream.of(Stage.ASSIGNMENT, Stage.SIGNING, Stage.WORK, Stage.WAITING, Stage.REVIEW)
                .map(BoardSql::spent).collect(Collectors.joining(", "));
        String named = Stream.of(Stage.ASSIGNMENT, Stage.SIGNING, Stage.WORK, Stage.WAITING, Stage.REVIEW)
                .map(stage -> "when " + spent(stage) + " then '" + stage + "'").collect(Collectors.joining(" "));
        return "case h.kind when 'ASSIGN' then 'ASSIGNMENT' when 'SIGN' then 'SIGNING' when 'RECALL' then 'RECALL'"
                + " else case when s.complaint_id is null then 'WORK' else case greatest(" + spent + ") " + named + " end end end";
    }

    private static String spent(Stage stage) {
        String all = SPENT.formatted(stage.column(), stage).strip();
        return stage == Stage.WAITING ? "(" + all + " - case when h.kind in ('RESOLVE', 'PROMISE') then h.paused_minutes else 0 end)" : all;
    }

    private Stream<String> legs(@Nullable Cursor after) {
        List<String> legs = new ArrayList<>();
        if (filter.has(BoardState.BREACHED) || filter.has(BoardState.AT_RISK)) {
            legs.add(leg("select h.complaint_id, h.kind, h.due_at, h.rank, h.cause from late h where " + ranks()
                    + (filter.cause() == null ? "" : " and h.cause = '" + filter.cause() + "'") + tonight(), after));
        }
        if (filter.cause() == null && filter.has(BoardState.PAUSED)) {
            legs.add(leg("select h.* from (select distinct on (k.complaint_id) k.complaint_id, k.kind, k.due_at, 2 as rank, cast(null as text) as cause"
                    + " from still join case_clock k on k.complaint_id = still.complaint_id and k.state = 'PAUSED'"
                    + " order by k.complaint_id, k.due_at, k.kind) h where true" + tonight(), after));
        }
        if (filter.cause() == null && filter.has(BoardState.ON_TRACK)) {
            legs.add(leg("select h.complaint_id, h.kind, h.due_at, 3 as rank, cast(null as text) as cause from case_clock h" + join("h.complaint_id")
                    + " where h.state = 'RUNNING' and h.due_at > :now and h.risk_at > :now"
                    + ON_TRACK
                    + (filter.tonight() ? " and h.due_at < :tonight" : ""), after));
        }
        return legs.stream();
    }

    private String leg(String select, @Nullable Cursor after) {
        return "(" + select + more() + (after == null ? "" : " and (h.due_at, h.complaint_id) > (:afterAt, :afterId)")
                + " order by h.due_at, h.complaint_id limit :limit)";
    }

    private String more() {
        return (filter.unassigned() ? FREE : "") + (filter.marked() ? MARKED : "");
    }

    private String ranks() {
        boolean breached = filter.has(BoardState.BREACHED) && !filter.tonight();
        return breached && filter.has(BoardState.AT_RISK) ? "true" : breached ? "h.rank = 0" : "h.rank = 1";
    }

    /** Nothing of it is late, and a clock will be before the day ends. */
    private String tonight() {
        return filter.tonight() ? " and exists (select from case_clock o where o.complaint_id = h.complaint_id and o.state = 'RUNNING'"
                + " and o.due_at > :now and o.due_at < :tonight)" : "";
    }

    /** A join to the case only where a filter needs it: a company's counts never visit the cases. */
    private String join(String id) {
        String narrow = narrow();
        return narrow.isEmpty() ? "" : " join complaint c on c.id = " + id + " and " + OPEN + narrow;
    }

    private String narrow() {
        return (teams == null ? "" : " and c.team = any(:teams)") + (filter.severity() == null ? "" : " and c.severity = :severity")
                + (filter.team() == null ? "" : " and c.team = :team") + (filter.numbers().isEmpty() ? "" : " and c.number = any(:numbers)");
    }
}
