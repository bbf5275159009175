package org.redress.briefing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.Briefings.Line;
import org.redress.figure.PeriodKind;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Briefings in their table; what is published the database itself keeps from changing. */
@Repository
class BriefingTable {

    /** All but the content, which is long. */
    private static final String LINE = "id, kind, from_day, business, state, drafted_at, ended_by, ended_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    BriefingTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return its id; empty when there is one of this period and business */
    Optional<Long> insert(Scope scope, String content, String by) {
        return jdbc.sql("""
                insert into briefing (kind, from_day, to_day, business, state, content, sha256, drafted_by, drafted_at)
                values (:kind, :from, :to, :business, 'DRAFT', :content, :hash, :by, :at)
                on conflict (kind, from_day, coalesce(business, '')) do nothing returning id""")
                .param("kind", scope.period().kind().name()).param("from", scope.from()).param("to", scope.to())
                .param("business", name(scope.business())).param("content", content).param("hash", ContentJson.sha256(content)).param("by", by)
                .param("at", now()).query(Long.class).optional();
    }

    Optional<Line> find(Period period, @Nullable Business business) {
        return jdbc.sql("select " + LINE + " from briefing where kind = ? and from_day = ? and coalesce(business, '') = ?")
                .params(period.kind().name(), period.from(), business == null ? "" : business.name()).query(BriefingTable::line).optional();
    }

    Optional<Briefing> find(long id) {
        return jdbc.sql("select * from briefing where id = ?").param(id).query(BriefingTable::whole).optional();
    }

    /** The newest period first. */
    List<Line> list(@Nullable PeriodKind kind, boolean drafts, @Nullable LocalDate before, long beforeId, int limit) {
        return jdbc.sql("""
                select %s from briefing
                where (cast(:kind as varchar) is null or kind = :kind) and (:drafts or state = 'PUBLISHED')
                  and (cast(:before as date) is null or (from_day, id) < (:before, :beforeId))
                order by from_day desc, id desc limit :limit""".formatted(LINE))
                .param("kind", kind == null ? null : kind.name()).param("drafts", drafts).param("before", before).param("beforeId", beforeId)
                .param("limit", limit).query(BriefingTable::line).list();
    }

    /** Numbers of a draft counted anew, or of a dropped one that is wanted after all. */
    void redraft(long id, String content, String by) {
        jdbc.sql("""
                update briefing set state = 'DRAFT', content = :content, sha256 = :hash, drafted_by = :by, drafted_at = :at, ended_by = null,
                    ended_at = null, reason = null where id = :id""")
                .param("content", content).param("hash", ContentJson.sha256(content)).param("by", by).param("at", now()).param("id", id).update();
    }

    void words(long id, Map<String, String> words, @Nullable String reason) {
        jdbc.sql("update briefing set words = cast(:words as jsonb), reason = :reason where id = :id")
                .param("words", ContentJson.write(words)).param("reason", reason).param("id", id).update();
    }

    Map<String, String> words(long id) {
        return ContentJson.words(jdbc.sql("select words from briefing where id = ?").param(id).query(String.class).single());
    }

    /** @return whether it was a draft until now */
    boolean end(long id, BriefingState state, String content, String by) {
        return jdbc.sql("""
                update briefing set state = :state, content = :content, sha256 = :hash, ended_by = :by, ended_at = :at
                where id = :id and state = 'DRAFT'""")
                .param("state", state.name()).param("content", content).param("hash", ContentJson.sha256(content)).param("by", by).param("at", now())
                .param("id", id).update() == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable String name(@Nullable Business business) {
        return business == null ? null : business.name();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getLong("id"), period(row), business(row), BriefingState.valueOf(row.getString("state")),
                row.getTimestamp("drafted_at").toInstant(), row.getString("ended_by"), ended(row));
    }

    private static Briefing whole(ResultSet row, int number) throws SQLException {
        BriefingState state = BriefingState.valueOf(row.getString("state"));
        BriefingContent stored = ContentJson.content(row.getString("content"));
        return new Briefing(row.getLong("id"), period(row), business(row), state,
                state == BriefingState.PUBLISHED ? stored : stored.with(ContentJson.words(row.getString("words"))), row.getString("sha256"),
                row.getString("drafted_by"), row.getTimestamp("drafted_at").toInstant(), row.getString("ended_by"), ended(row), row.getString("reason"));
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(PeriodKind.valueOf(row.getString("kind")), row.getObject("from_day", LocalDate.class));
    }

    private static @Nullable Business business(ResultSet row) throws SQLException {
        String name = row.getString("business");
        return name == null ? null : Business.valueOf(name);
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("ended_at");
        return at == null ? null : at.toInstant();
    }
}
