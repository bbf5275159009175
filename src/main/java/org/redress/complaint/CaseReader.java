package org.redress.complaint;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.redress.deadline.ClockReading;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads one case for its pages and the API; 404 for an unknown number, 403 for a case of others. */
@Service
@Transactional(readOnly = true)
public class CaseReader {

    private static final Set<String> NO_FACTS = Set.of("search", "clocks", "seen");

    private final JdbcClient jdbc;
    private final CaseAccess access;
    private final CaseTimeline timeline;
    private final CaseActs acts;

    CaseReader(JdbcClient jdbc, CaseAccess access, CaseTimeline timeline, CaseActs acts) {
        this.jdbc = jdbc;
        this.access = access;
        this.timeline = timeline;
        this.acts = acts;
    }

    public CaseView view(String number) {
        CaseAccess.Condition condition = access.condition();
        Seen seen = jdbc.sql("select c.*, m.number as merged_number, r.number as repeat_number, "
                + "(select jsonb_agg(k order by k.due_at) from case_clock k where k.complaint_id = c.id) as clocks, ("
                + condition.sql() + """
                ) as seen from complaint c
                left join complaint m on m.id = c.merged_into
                left join complaint r on r.id = c.repeat_of
                where c.number = :number""")
                .param("number", number).params(CaseAccess.used(condition))
                .query((row, index) -> new Seen(new CaseView(CaseRows.row(row, index), facts(row)), row.getBoolean("seen"))).optional()
                .orElseThrow(() -> Problem.notFound("complaint.problem.unknown", number));
        if (!seen.seen()) {
            throw Problem.forbidden("complaint.problem.hidden", number);
        }
        return seen.view();
    }

    /** A case its capturer gets back, whether or not they may open it later. */
    public CaseListRow captured(String number) {
        return jdbc.sql("select " + CaseRows.COLUMNS + " from complaint c where c.number = :number").param("number", number)
                .query(CaseRows::row).single();
    }

    /** Newest first. */
    public List<TimelineEntry> timeline(String number) {
        return timeline.of(access.require(number));
    }

    /** Every clock as its ledger reads now: what has passed its due moment is a breach, written down or not. */
    public List<ClockReading> clocks(String number) {
        return acts.get(access.require(number)).record().clocks().readingsAt(acts.now());
    }

    /** The open clocks as they would read if work waited from now until then. */
    public List<ClockReading> clocksIfWaiting(String number, Instant until) {
        CaseRecord record = acts.get(access.require(number)).record();
        return record.clocks().ifWaiting(acts.now(), until, record.severity());
    }

    private record Seen(CaseView view, boolean seen) {
    }

    private static Map<String, Object> facts(ResultSet row) throws SQLException {
        Map<String, Object> facts = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value != null && !NO_FACTS.contains(columns.getColumnLabel(i))) {
                facts.put(columns.getColumnLabel(i), plain(value));
            }
        }
        return facts;
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof Timestamp moment) {
            return moment.toInstant();
        }
        return value instanceof Array list ? List.of((Object[]) list.getArray()) : value;
    }
}
