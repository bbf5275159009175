package org.redress.worklist;

import static org.redress.worklist.TaskRow.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.shared.Actor;
import org.redress.shared.Cursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists of open work as one person may see them, one SQL statement each. */
@Service
public class WorkQuery {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Calendars calendars;

    WorkQuery(JdbcClient jdbc, Clock clock, Calendars calendars) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendars = calendars;
    }

    /**
     * One page in the order of work: by group, then by latest safe start.
     *
     * @param cursor what the page before gave as {@code next}, null for the first one
     */
    public WorkPage page(Actor actor, WorkScope scope, WorkFilter filter, @Nullable String cursor, int limit) {
        WorkCursor from = WorkCursor.decode(cursor);
        Horizon horizon = Horizon.of(from == null ? clock.instant() : from.asOf(), calendars.current());
        WorkSql sql = new WorkSql(actor, scope, filter);
        Pages pages = new Pages();
        jdbc.sql(sql.page(from, limit + 1)).params(params(sql, horizon))
                .params(from == null ? Map.of() : Map.of("afterAt", at(from.startBy()), "afterId", from.id()))
                .query(pages::read);
        return pages.cut(limit, horizon.now());
    }

    /** The task with the earliest latest safe start among those the actor holds or may take; empty when there is none. */
    public Optional<OpenTask> next(Actor actor, @Nullable Cursor after) {
        return reach(actor, after).stream().findFirst();
    }

    /** Place of a task in {@link #next}. */
    public static Cursor after(OpenTask task) {
        return new Cursor(task.startBy(), task.id());
    }

    /** Group of a task at this moment. */
    public WorkGroup groupOf(OpenTask task) {
        return Horizon.of(clock.instant(), calendars.current()).groupOf(task);
    }

    /** What a person's home says. */
    public Home home(Actor actor) {
        Horizon horizon = Horizon.of(clock.instant(), calendars.current());
        WorkSql mine = new WorkSql(actor, WorkScope.MINE, WorkFilter.NONE);
        WorkSql claimable = new WorkSql(actor, WorkScope.CLAIMABLE, WorkFilter.NONE);
        WorkSql team = new WorkSql(actor, WorkScope.TEAM, WorkFilter.NONE);
        String late = "t.due_at <= :now and t.start_by <= :now and not t.waiting";
        return jdbc.sql("select " + mine.count("true") + " as mine, " + claimable.count("not t.waiting") + " as claimable, "
                + mine.count(late) + " as my_overdue, " + team.count(late) + " as overdue")
                .params(params(team, horizon))
                .query((row, number) -> new Home(WorkSql.capped(row.getInt("mine")), WorkSql.capped(row.getInt("claimable")),
                        WorkSql.capped(row.getInt("my_overdue")), WorkSql.capped(row.getInt("overdue"))))
                .single();
    }

    /**
     * @param overdue among all the actor may see
     */
    public record Home(WorkPage.Count mine, WorkPage.Count claimable, WorkPage.Count myOverdue, WorkPage.Count overdue) {
    }

    List<OpenTask> claimable(Actor actor, int limit) {
        WorkSql sql = new WorkSql(actor, WorkScope.CLAIMABLE, WorkFilter.NONE);
        return jdbc.sql(sql.flat(false, limit)).params(sql.params()).query(TaskRow::read).list();
    }

    private List<OpenTask> reach(Actor actor, @Nullable Cursor after) {
        WorkSql mine = new WorkSql(actor, WorkScope.MINE, WorkFilter.NONE);
        WorkSql claimable = new WorkSql(actor, WorkScope.CLAIMABLE, WorkFilter.NONE);
        String sql = "select t.* from ((" + mine.flat(after != null, 1) + ") union all (" + claimable.flat(after != null, 1)
                + ")) t order by start_by, id limit :limit";
        return jdbc.sql(sql).params(claimable.params())
                .params(after == null ? Map.of() : Map.of("afterAt", at(after.at()), "afterId", after.id()))
                .query(TaskRow::read).list();
    }

    private static Map<String, Object> params(WorkSql sql, Horizon horizon) {
        Map<String, Object> params = sql.params();
        params.put("now", at(horizon.now()));
        params.put("today", at(horizon.today()));
        params.put("soon", at(horizon.soon()));
        return params;
    }

    /** Collects the rows of the one statement. */
    private static final class Pages {

        private final List<WorkPage.Row> rows = new ArrayList<>();
        private final Map<WorkGroup, WorkPage.Count> counts = new EnumMap<>(WorkGroup.class);
        private int unfiltered;
        private static final WorkPage.Count NONE = new WorkPage.Count(0, false);

        void read(ResultSet row) throws SQLException {
            if (counts.isEmpty()) {
                for (WorkGroup group : WorkGroup.values()) {
                    counts.put(group, WorkSql.capped(row.getInt("n" + group.ordinal())));
                }
                unfiltered = row.getInt("unfiltered");
            }
            if (row.getString("id") != null) {
                rows.add(new WorkPage.Row(TaskRow.read(row, rows.size()), WorkGroup.values()[row.getInt("rank")]));
            }
        }

        WorkPage cut(int limit, Instant asOf) {
            boolean more = rows.size() > limit;
            List<WorkPage.Row> page = List.copyOf(more ? rows.subList(0, limit) : rows);
            String next = null;
            if (more) {
                WorkPage.Row last = page.get(limit - 1);
                next = new WorkCursor(last.group(), asOf, last.task().startBy(), last.task().id()).encode();
            }
            WorkPage.Count all = unfiltered < 0 ? new WorkPage(page, counts, NONE, null).total(Set.of()) : WorkSql.capped(unfiltered);
            return new WorkPage(page, Map.copyOf(counts), all, next);
        }
    }
}
