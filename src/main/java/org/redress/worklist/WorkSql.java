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
        params.put("teams", actor.teams().stream().sorted().toArray(String[]::new));
    }

    Map<String, Object> params() {
        return params;
    }

    /** Page and counts in one statement: counts on every row, one row without a task when the page is empty. */
    String page(@Nullable WorkCursor from) {
        Set<WorkGroup> groups = filter.group() == null ? EnumSet.allOf(WorkGroup.class) : EnumSet.of(filter.group());
        String where = conditions(true);
        String pages = groups.stream().filter(group -> from == null || group.compareTo(from.group()) >= 0)
                .map(group -> "(" + rows(TaskRow.COLUMNS + ", " + group.ordinal() + " as rank", group.condition() + where
                        + (from != null && group == from.group() ? " and (t.start_by, t.id) > (:afterAt, :afterId)" : ""), ":limit") + ")")
                .collect(Collectors.joining("\nunion all\n"));
        String counts = EnumSet.allOf(WorkGroup.class).stream()
                .map(group -> groups.contains(group) ? count(group.condition() + where) + " as n" + group.ordinal() : "0 as n" + group.ordinal())
                .collect(Collectors.joining(",\n"));
        String unfiltered = filter.isActive() ? count("true" + conditions(false)) : "-1";
        // The limit around the union ends the walks as soon as the page is full: branches run in the order they are written.
        return "select p.*, c.* from (select " + counts + ", " + unfiltered + " as unfiltered) c left join (select * from (" + pages
                + ") t limit :limit) p on true order by p.rank, p.start_by, p.id";
    }

    /** Rows in the order of latest safe start only, without groups. */
    String flat(boolean after) {
        return rows(TaskRow.COLUMNS, "not t.waiting" + conditions(true)
                + (after ? " and (t.start_by, t.id) > (:afterAt, :afterId)" : ""), ":limit");
    }

    /** How many rows fulfil a condition, at most :cap. */
    String capped(String condition) {
        return count(condition + conditions(true));
    }

    private String count(String where) {
        return "(select count(*) from (select * from (" + legs("1 as one", where, " limit :cap") + ") t limit :cap) t)";
    }

    private String rows(String columns, String where, String limit) {
        String ordered = " order by start_by, id limit " + limit;
        return "select * from (" + legs(columns, where, " order by t.start_by, t.id limit " + limit) + ") t" + ordered;
    }

    private String legs(String columns, String where, String end) {
        String select = "select " + columns + " from open_task t where ";
        return switch (scope) {
            case MINE -> select + "t.assignee = :user and " + where + end;
            case CLAIMABLE -> each("groups", select + "t.team = g.team and t.assignee is null and " + where + end);
            case TEAM -> seesAll ? select + where + end
                    : each("groups", select + "t.team = g.team and " + where + end) + "\nunion all\n"
                            + each("teams", select + "t.case_team = g.team and t.team <> all(cast(:groups as varchar[])) and " + where + end);
        };
    }

    private static String each(String set, String select) {
        return "(select t.* from unnest(cast(:" + set + " as varchar[])) g(team) cross join lateral (" + select + ") t)";
    }

    private String conditions(boolean filtered) {
        List<String> all = new ArrayList<>();
        all.add("");
        all.add("not (:user = any(t.excluded))");
        if (filtered) {
            add(all, "kind", filter.kind() == null ? null : filter.kind().name(), "t.kind = :kind");
            add(all, "severity", filter.severity(), "t.severity = :severity");
            add(all, "channel", filter.channel(), "t.channel = :channel");
            add(all, "team", filter.team(), "(t.team = :team or t.case_team = :team)");
            add(all, "flag", filter.flag(), "t.flags @> array[cast(:flag as varchar)]");
            add(all, "text", filter.text() == null ? null : "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%",
                    "concat_ws(' ', t.subject, t.customer, t.place, t.summary, t.name_en, t.name_zh) ilike :text");
        }
        return String.join(" and ", all);
    }

    private void add(List<String> conditions, String name, @Nullable String value, String condition) {
        if (value != null) {
            params.put(name, value);
            conditions.add(condition);
        }
    }
}
