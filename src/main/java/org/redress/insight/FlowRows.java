package org.redress.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Cursor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases behind a number of the flow, newest first. Leaders see those of their teams. */
@Service
@Transactional(readOnly = true)
public class FlowRows {

    private static final int ROWS = 50;

    private final JdbcClient jdbc;
    private final Hours hours;
    private final BoardScope scope;

    FlowRows(JdbcClient jdbc, Hours hours, BoardScope scope) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.scope = scope;
    }

    /** Which of a step's visits; {@code HERE} are the cases that stand there now, {@code WAY} the cases that ended on a way. */
    public enum Part {
        VISITS, LATE, BACK, BROKEN, HERE, HERE_LATE, WAY
    }

    /** @param of the step's element or the way's id @param from only what came back from this step; null for any */
    public record Asked(Part part, String of, @Nullable String from) {
    }

    /**
     * @param at   when it ended; of what stands there when it began
     * @param work minutes, null while it goes on
     * @param late null where there is no due moment
     */
    public record Row(long id, String number, String severity, String summary, @Nullable String team, Instant at, @Nullable Integer work,
            @Nullable Integer waited, @Nullable Boolean late, @Nullable String backFrom) {
    }

    /** @param cursor what the page before gave as {@code next}, null for the first one */
    public Slice<Row> page(FlowFilter filter, Asked asked, @Nullable String cursor) {
        Map<String, Object> params = new LinkedHashMap<>();
        List<String> where = new ArrayList<>();
        String narrow = filter.narrow(params);
        Set<String> mine = scope.teams();
        if (mine != null) {
            params.put("mine", mine.toArray(String[]::new));
            narrow += " and team = any(:mine)";
        }
        params.put("of", asked.of());
        Cursor after = Cursor.decode(cursor);
        if (after != null) {
            params.put("afterAt", BoardMarks.at(after.at()));
            params.put("afterId", id(after));
            where.add("(at, id) < (:afterAt, :afterId)");
        }
        if (asked.from() != null) {
            params.put("back", asked.from());
            where.add("back_from = :back");
        }
        String source = switch (asked.part()) {
            case HERE, HERE_LATE -> standing(asked.part(), params);
            case WAY -> ways(filter, params);
            default -> visits(asked.part(), filter, params);
        };
        where.add("true" + narrow);
        params.put("limit", ROWS + 1);
        List<Row> rows = jdbc.sql("select s.*, c.number, c.severity as case_severity, c.summary from (select * from (" + source + ") v where "
                + String.join(" and ", where) + " order by at desc, id desc limit :limit) s join complaint c on c.id = s.complaint_id order by s.at desc, s.id desc")
                .params(params)
                .query((row, index) -> new Row(row.getLong("id"), row.getString("number"), row.getString("case_severity"), row.getString("summary"),
                        blank(row.getString("team")), BoardRows.moment(row, "at"), row.getObject("work", Integer.class), row.getObject("wait", Integer.class),
                        row.getObject("late", Boolean.class), row.getString("back_from")))
                .list();
        return Slice.of(rows, ROWS, row -> new Cursor(row.at(), String.valueOf(row.id())).encode());
    }

    private String visits(Part part, FlowFilter filter, Map<String, Object> params) {
        period(filter, params);
        String only = switch (part) {
            case LATE -> " and late";
            case BACK -> " and back_from is not null";
            case BROKEN -> " and broken";
            default -> "";
        };
        return "select path_id as id, complaint_id, left_at as at, team, severity, business, definition_id, work, wait, late, back_from from step_visit"
                + " where element_id = :of and left_at >= :from and left_at < :until" + only;
    }

    private String ways(FlowFilter filter, Map<String, Object> params) {
        period(filter, params);
        return "select complaint_id as id, complaint_id, ended_at as at, team, severity, business, definition_id, cast(null as integer) as work,"
                + " cast(null as integer) as wait, late, cast(null as text) as back_from from case_variant where variant = :of and ended_at >= :from and ended_at < :until";
    }

    private String standing(Part part, Map<String, Object> params) {
        params.put("now", BoardMarks.at(hours.now()));
        return "select * from (select t.subject_id as id, t.subject_id as complaint_id, t.created_at as at, coalesce(t.case_team, '') as team, t.severity,"
                + " coalesce(c.business, '') as business, t.definition_id, cast(null as integer) as work, cast(null as integer) as wait,"
                + " not t.waiting and t.due_at <= :now as late, cast(null as text) as back_from from open_task t join complaint c on c.id = t.subject_id"
                + " where t.kind = 'CASE' and t.task_key = :of and t." + BoardSql.OWN_STEP
                + " union all select p.complaint_id, p.complaint_id, p.entered_at, coalesce(c.team, ''), c.severity, coalesce(c.business, ''), p.definition_id, null,"
                + " null, false, null from case_path p join complaint c on c.id = p.complaint_id where p.left_at is null and p.element_id = 'event_retryDue'"
                + " and :of = 'event_retryDue') h" + (part == Part.HERE_LATE ? " where late" : "");
    }

    private void period(FlowFilter filter, Map<String, Object> params) {
        params.put("from", BoardMarks.at(hours.startOf(filter.start())));
        params.put("until", BoardMarks.at(hours.startOf(filter.end())));
    }

    private static @Nullable String blank(@Nullable String team) {
        return team == null || team.isEmpty() ? null : team;
    }

    private static long id(Cursor cursor) {
        try {
            return Long.parseLong(cursor.id());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("shared.problem.cursor");
        }
    }
}
