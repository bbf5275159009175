package org.redress.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.shared.Cursor;
import org.redress.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists of cases: one statement each, newest first, only what the person may see. */
@Service
public class CaseSearch {

    private static final String SELECT = """
            select c.id, c.number, c.state, c.severity, c.channel, c.received_at, c.complainant, c.place, c.summary, c.category, c.team,
                c.owner, c.handler, c.repeat_of, c.segment, c.safety, c.media, c.reopen_count, k.kind, k.due_at, k.paused_since
            from complaint c
            left join lateral (select k.kind, k.due_at, k.paused_since from case_clock k where k.complaint_id = c.id
                and k.state in ('RUNNING', 'PAUSED') order by k.due_at limit 1) k on true
            where\s""";

    private final JdbcClient jdbc;
    private final CaseAccess access;
    private final Clock clock;

    CaseSearch(JdbcClient jdbc, CaseAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    public Slice<CaseListRow> list(CaseFilter filter, @Nullable Cursor after, int limit) {
        CaseAccess.Condition seen = access.condition();
        List<String> conditions = new ArrayList<>(List.of(seen.sql()));
        Map<String, @Nullable Object> params = new HashMap<>(CaseAccess.used(seen));
        String query = filter.query();
        if (query != null && !query.isBlank()) {
            Optional<String> words = SearchWords.query(query);
            if (words.isEmpty()) {
                return new Slice<>(List.of(), null);
            }
            add(conditions, params, "c.search @@ cast(:words as tsquery)", "words", words.get());
        }
        if (!filter.states().isEmpty()) {
            add(conditions, params, "c.state in (:states)", "states", filter.states().stream().map(Enum::name).toList());
        }
        if (filter.overdue()) {
            add(conditions, params, "exists (select from case_clock o where o.complaint_id = c.id and o.state = 'RUNNING' and o.due_at < :now)",
                    "now", Db.at(clock.instant()));
        }
        add(conditions, params, "c.team = :team", "team", filter.team());
        add(conditions, params, "c.severity = :severity", "severity", name(filter.severity()));
        add(conditions, params, "c.channel = :channel", "channel", name(filter.channel()));
        add(conditions, params, "c.received_at >= :from", "from", Db.at(filter.receivedFrom()));
        add(conditions, params, "c.received_at < :to", "to", Db.at(filter.receivedTo()));
        if (after != null) {
            add(conditions, params, "(c.received_at, c.id) < (:at, :after)", "at", Db.at(after.at()));
            params.put("after", Long.valueOf(after.id()));
        }
        params.put("limit", limit + 1);
        List<CaseListRow> rows = jdbc.sql(SELECT + String.join(" and ", conditions) + " order by c.received_at desc, c.id desc limit :limit")
                .params(params).query(CaseSearch::row).list();
        return Slice.of(rows, limit, row -> new Cursor(row.receivedAt(), String.valueOf(row.id())).encode());
    }

    private static void add(List<String> conditions, Map<String, @Nullable Object> params, String sql, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(sql);
            params.put(name, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static CaseListRow row(ResultSet row, int index) throws SQLException {
        String kind = row.getString("kind");
        Channel channel = Channel.valueOf(row.getString("channel"));
        List<String> flags = new ArrayList<>();
        flag(flags, "REPEAT", Db.optionalLong(row, "repeat_of") != null);
        flag(flags, "OUTSIDE", channel.isOutside());
        flag(flags, "VIP", "VIP".equals(row.getString("segment")));
        flag(flags, "SAFETY", row.getBoolean("safety"));
        flag(flags, "MEDIA", row.getBoolean("media"));
        flag(flags, "REOPENED", row.getInt("reopen_count") > 0);
        return new CaseListRow(row.getLong("id"), row.getString("number"), CaseState.valueOf(row.getString("state")),
                Severity.valueOf(row.getString("severity")), channel, Db.moment(row, "received_at"), row.getString("complainant"),
                row.getString("place"), row.getString("summary"), row.getString("category"), row.getString("team"), row.getString("owner"),
                row.getString("handler"), flags, kind == null ? null : ClockKind.valueOf(kind), Db.optionalMoment(row, "due_at"),
                Db.optionalMoment(row, "paused_since"));
    }

    private static void flag(List<String> flags, String name, boolean on) {
        if (on) {
            flags.add(name);
        }
    }
}
