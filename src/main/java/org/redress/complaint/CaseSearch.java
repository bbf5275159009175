package org.redress.complaint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Cursor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists of cases: one statement each, newest first, only what the person may see. */
@Service
public class CaseSearch {

    private static final String SELECT = "select " + CaseRows.COLUMNS + " from complaint c where ";

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
            params.put("after", id(after));
        }
        params.put("limit", limit + 1);
        List<CaseListRow> rows = jdbc.sql(SELECT + String.join(" and ", conditions) + " order by c.received_at desc, c.id desc limit :limit")
                .params(params).query(CaseRows::row).list();
        return Slice.of(rows, limit, row -> new Cursor(row.receivedAt(), String.valueOf(row.id())).encode());
    }

    /** Open cases of customers, newest first: what a new complaint may repeat. One line each, whoever asks. */
    public List<CaseListRow> openOf(List<Long> customers, int limit) {
        if (customers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "c.customer_id in (:customers) and c.closed_at is null order by c.id desc limit :limit")
                .param("customers", customers).param("limit", limit).query(CaseRows::row).list();
    }

    /** Cases of the same customer, repeats and merged ones, newest first; only those the person may see. */
    public List<RelatedCase> related(String number, int limit) {
        CaseAccess.Condition seen = access.condition();
        return jdbc.sql("select " + CaseRows.COLUMNS + """
                , case when c.repeat_of = me.id then 'REPEATS_IT' when c.id = me.repeat_of then 'REPEATED'
                       when c.merged_into = me.id then 'MERGED_HERE' when c.id = me.merged_into then 'MERGED_INTO'
                       else 'SAME_CUSTOMER' end as relation
                from complaint me join complaint c on c.id <> me.id and (c.customer_id = me.customer_id or c.repeat_of = me.id
                    or c.id = me.repeat_of or c.merged_into = me.id or c.id = me.merged_into)
                where me.id = :me_id and\s""" + seen.sql() + " order by c.id desc limit :limit")
                .param("me_id", access.require(number)).param("limit", limit).params(CaseAccess.used(seen))
                .query((row, index) -> new RelatedCase(CaseRows.row(row, index), row.getString("relation"))).list();
    }

    /** Numbers that differ from the one typed in one place: a digit wrong, too many or missing. Only of cases the person may see. */
    public List<String> similar(String typed) {
        String digits = typed.replaceAll("\\D", "");
        if (digits.length() < 5 || digits.length() > 14) {
            return List.of();
        }
        List<String> wanted = SimilarNumbers.of(digits);
        CaseAccess.Condition seen = access.condition();
        return jdbc.sql("select c.number from complaint c where c.number in (:wanted) and " + seen.sql() + " order by c.number limit 5")
                .param("wanted", wanted).params(CaseAccess.used(seen)).query(String.class).list();
    }

    private static void add(List<String> conditions, Map<String, @Nullable Object> params, String sql, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(sql);
            params.put(name, value);
        }
    }

    /** A cursor of another list may carry any text. */
    private static long id(Cursor after) {
        try {
            return Long.parseLong(after.id());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("shared.problem.cursor");
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
