package org.redress.worklist;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;

/**
 * The SQL of one list of work: each group of each of the actor's roles and teams is one bounded walk along an index, so a page costs the
 * same whether a thousand or a million tasks are open.
 */
final class WorkSql {

    private static final String AFTER = " and (t.start_by, t.id) > (:afterAt, :afterId)";

    private static final String FROM_START = " order by t.start_by, t.id";
    private static final String FROM_END = " order by t.start_by desc, t.id desc";

    /** How far a filtered count walks: far enough for any team's day, bounded for a company's. */
    private static final int FILTERED_WALK = 1_000;

    private final WorkScope scope;
    private final WorkFilter filter;
    private final boolean seesAll;
    private final Map<String, Object> params = new TreeMap<>();

    WorkSql(Actor actor, WorkScope scope, WorkFilter filter) {
        this.scope = scope;
        this.filter = filter;
        this.seesAll = TaskRules.seesAll(actor);
        params.put("user", actor.username());
        params.put("groups", TaskRules.groups(actor).toArray(String[]::new));
    }

    Map<String, Object> params() {
        return params;
    }

    /** Page and counts in one statement: counts on every row, one row without a task when the page is empty. */
    String page(@Nullable WorkCursor from, int limit) {
        params.put("limit", limit);
        Set<WorkGroup> groups = filter.groups().isEmpty() ? EnumSet.allOf(WorkGroup.class) : EnumSet.copyOf(filter.groups());
        String pages = groups.stream().filter(group -> from == null || group.compareTo(from.group()) >= 0)
                .map(group -> "(" + rows(TaskRow.COLUMNS + ", " + group.ordinal() + " as rank", group.condition()
                        + (from != null && group == from.group() ? AFTER : "")) + ")")
                .collect(Collectors.joining("\nunion all\n"));
        String counts = EnumSet.allOf(WorkGroup.class).stream()
                .map(group -> count(group.condition(), filters(), switch (group) {
                    case CRITICAL -> FROM_START;
                    case WAITING -> "";
                    default -> FROM_END;
                }) + " as n" + group.ordinal())
                .collect(Collectors.joining(",\n"));
        String unfiltered = filter.isActive() ? count("not t.waiting", "true", FROM_START) : "-1";
        // The limit around the union ends the walks as soon as the page is full: branches run in the order they are written.
        return "select p.*, c.* from (select " + counts + ",\n" + unfiltered + " as unfiltered) c\nleft join (select * from (" + pages
                + ") t limit :limit) p on true order by p.rank, p.start_by, p.id";
    }

    /** Rows in the order of latest safe start only, without groups. */
    String flat(boolean after, int limit) {
        params.put("limit", limit);
        return rows(TaskRow.COLUMNS, "not t.waiting" + (after ? AFTER : ""));
    }

    /** How many rows fulfil a condition, as {@link #capped(int)} reads it. */
    String count(String condition) {
        return count(condition, "true", "");
    }

    /** A count that stops: twice the number, and one more when there may be further rows. */
    static WorkPage.Count capped(int value) {
        return new WorkPage.Count(Math.min(value / 2, WorkPage.CAP), value % 2 == 1 || value / 2 > WorkPage.CAP);
    }

    /** Late rows stand at the beginning of the index and what is due at its end, so each group is counted from its own end. */
    private String count(String condition, String hit, String order) {
        String walk = "true".equals(hit) ? "cap" : "walk";
        params.put(walk, "cap".equals(walk) ? WorkPage.CAP : FILTERED_WALK);
        String end = order + " limit :" + walk + " + 1";
        return "(select count(*) filter (where hit) * 2 + (count(*) > :" + walk + ")::int from (select * from ("
                + legs("(" + hit + ") as hit", condition, end) + ") t limit :" + walk + " + 1) t)";
    }

    private String rows(String columns, String where) {
        return "select * from (" + legs(columns, where + " and " + filters(), " order by t.start_by, t.id limit :limit")
                + ") t order by start_by, id limit :limit";
    }

    private String legs(String columns, String where, String end) {
        String select = "select " + columns + " from open_task t where not (:user = any(t.excluded)) and " + where;
        return switch (scope) {
            case MINE -> select + " and t.assignee = :user" + end;
            case CLAIMABLE -> each(select + " and t.team = g.team and t.assignee is null" + end);
            case TEAM -> seesAll ? select + end : each(select + " and t.team = g.team" + end);
        };
    }

    private static String each(String select) {
        return "(select t.* from unnest(cast(:groups as varchar[])) g(team) cross join lateral (" + select + ") t)";
    }

    private String filters() {
        List<String> all = new ArrayList<>(List.of("true"));
        add(all, "kind", filter.kind() == null ? null : filter.kind().name(), "t.kind = :kind");
        add(all, "severity", filter.severity(), "t.severity = :severity");
        add(all, "channel", filter.channel(), "t.channel = :channel");
        add(all, "team", filter.team(), "t.team = :team");
        add(all, "flag", filter.flag(), "t.flags @> array[cast(:flag as varchar)]");
        add(all, "text", filter.text() == null ? null : "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%",
                "concat_ws(' ', t.subject, t.customer, t.place, t.summary, t.name_en, t.name_zh) ilike :text");
        return String.join(" and ", all.size() == 1 ? all : all.subList(1, all.size()));
    }

    private void add(List<String> conditions, String name, @Nullable String value, String condition) {
        if (value != null) {
            params.put(name, value);
            conditions.add(condition);
        }
    }
}
