package org.redress.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.studio.CaseMigrations.Forecast;
import org.redress.studio.CaseMigrations.Why;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Migrations and their cases in the database. */
@Component
class MigrationTable {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    MigrationTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long insert(@Nullable Long change, @Nullable Long reverseOf, CaseMigrations.Route route, String by, Instant now) {
        return jdbc.sql("""
                insert into migration (change_id, reverse_of, process, from_version, to_version, mapping, state, created_by, created_at)
                values (:change, :reverseOf, :process, :from, :to, cast(:mapping as jsonb), 'PREVIEWED', :by, :now) returning id""")
                .param("change", change).param("reverseOf", reverseOf).param("process", route.process()).param("from", route.from()).param("to", route.to())
                .param("mapping", write(route.chosen())).param("by", by).param("now", at(now)).query(Long.class).single();
    }

    Optional<Migration> find(long id) {
        return jdbc.sql("select * from migration where id = :id").param("id", id).query(this::read).optional();
    }

    /** Nobody else changes it before the end of the transaction. */
    Optional<Migration> lock(long id) {
        return jdbc.sql("select * from migration where id = :id for update").param("id", id).query(this::read).optional();
    }

    /** As {@link #lock}, when it is at work and no other node has it; it is this node's until the moment. */
    Optional<Migration> take(long id, String node, Instant now, Instant until) {
        Optional<Migration> found = jdbc.sql("""
                select * from migration where id = :id and state in ('CANARY', 'RUNNING')
                   and (holder is null or holder = :node or held_until <= :now) for update skip locked""")
                .param("id", id).param("node", node).param("now", at(now)).query(this::read).optional();
        found.ifPresent(any -> jdbc.sql("update migration set holder = :node, held_until = :until where id = :id").param("node", node)
                .param("until", at(until)).param("id", id).update());
        return found;
    }

    List<Long> working() {
        return jdbc.sql("select id from migration where state in ('CANARY', 'RUNNING') order by id").query(Long.class).list();
    }

    List<Migration> newest(@Nullable Long change, int limit) {
        return jdbc.sql("select * from migration where change_id = :change or cast(:change as bigint) is null order by id desc limit :limit")
                .param("change", change).param("limit", limit).query(this::read).list();
    }

    Optional<Long> reverseOf(long id) {
        return jdbc.sql("select max(id) from migration where reverse_of = :id").param("id", id).query(Long.class).optional();
    }

    void choose(long id, Map<String, String> chosen, MigrationFilter filter) {
        jdbc.sql("update migration set mapping = cast(:mapping as jsonb), late = :late, team = :team, excluded = :excluded where id = :id")
                .param("mapping", write(chosen)).param("late", filter.late()).param("team", filter.team())
                .param("excluded", filter.excluded().stream().sorted().toArray(String[]::new)).param("id", id).update();
        jdbc.sql("delete from migration_case where migration_id = :id").param("id", id).update();
    }

    void started(long id, MigrationState state, String by, Instant now) {
        jdbc.sql("""
                update migration set state = :state, started_by = :by, started_at = coalesce(started_at, :now), ended_at = null, holder = null,
                    held_until = null where id = :id""")
                .param("state", state.name()).param("by", by).param("now", at(now)).param("id", id).update();
    }

    /** @param ended null while it may go on */
    void stands(long id, MigrationState state, @Nullable Instant ended) {
        jdbc.sql("update migration set state = :state, ended_at = :ended, holder = null, held_until = null where id = :id").param("state", state.name())
                .param("ended", ended == null ? null : at(ended)).param("id", id).update();
    }

    /** @param place of the first */
    void add(long id, int place, List<MigrationCase> cases) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        int next = place;
        for (MigrationCase one : cases) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("place", next++);
            row.put("instance_id", one.forecast().instance());
            row.put("label", one.forecast().label());
            row.put("standing", one.forecast().standing());
            row.put("forecast", one.forecast());
            row.put("outcome", one.outcome());
            row.put("reason", one.why());
            rows.add(row);
        }
        jdbc.sql("""
                insert into migration_case (migration_id, place, instance_id, label, standing, forecast, outcome, reason)
                select :id, r.* from jsonb_to_recordset(cast(:rows as jsonb)) as r(place integer, instance_id text, label text, standing text, forecast jsonb,
                    outcome text, reason jsonb)""").param("id", id).param("rows", write(rows)).update();
    }

    Map<CaseOutcome, Long> counts(long id) {
        Map<CaseOutcome, Long> counts = new EnumMap<>(CaseOutcome.class);
        jdbc.sql("select outcome, count(*) as n from migration_case where migration_id = :id group by outcome").param("id", id)
                .query(row -> {
                    counts.put(CaseOutcome.valueOf(row.getString("outcome")), row.getLong("n"));
                });
        return counts;
    }

    /** After a place, in their order. @param only null for all */
    List<MigrationCase> cases(long id, int after, int limit, @Nullable CaseOutcome only) {
        return jdbc.sql("""
                select * from migration_case where migration_id = :id and place > :after and outcome = coalesce(cast(:only as varchar), outcome)
                 order by place limit :limit""")
                .param("id", id).param("after", after).param("only", only == null ? null : only.name()).param("limit", limit).query(this::readCase).list();
    }

    /** The next to move. @param canary only of the first five */
    Optional<MigrationCase> next(long id, boolean canary) {
        return jdbc.sql("""
                select * from migration_case where migration_id = :id and outcome = 'WAITING' and (canary or not :canary)
                 order by place limit 1 for update""").param("id", id).param("canary", canary).query(this::readCase).optional();
    }

    void chooseCanary(long id, int count) {
        jdbc.sql("""
                update migration_case c set canary = true from (select place from migration_case where migration_id = :id and outcome = 'WAITING'
                    order by place limit :count) f where c.migration_id = :id and c.place = f.place""").param("id", id).param("count", count).update();
    }

    void moved(long id, int place, String after, Instant now) {
        jdbc.sql("update migration_case set outcome = 'MOVED', reason = null, after = :after, moved_at = :now where migration_id = :id and place = :place")
                .param("after", after).param("now", at(now)).param("id", id).param("place", place).update();
    }

    void stayed(long id, int place, CaseOutcome outcome, Why why) {
        jdbc.sql("update migration_case set outcome = :outcome, reason = cast(:reason as jsonb) where migration_id = :id and place = :place and outcome <> 'MOVED'")
                .param("outcome", outcome.name()).param("reason", write(why)).param("id", id).param("place", place).update();
    }

    /** Another look at one that was not moved. */
    void seenAnew(long id, int place, MigrationCase seen) {
        jdbc.sql("""
                update migration_case set standing = :standing, forecast = cast(:forecast as jsonb), outcome = :outcome, reason = cast(:reason as jsonb)
                 where migration_id = :id and place = :place and outcome <> 'MOVED'""")
                .param("standing", seen.forecast().standing()).param("forecast", write(seen.forecast())).param("outcome", seen.outcome().name())
                .param("reason", seen.why() == null ? null : write(seen.why())).param("id", id).param("place", place).update();
    }

    private Migration read(ResultSet row, int index) throws SQLException {
        long change = row.getLong("change_id");
        Long changeId = row.wasNull() ? null : change;
        long reverse = row.getLong("reverse_of");
        Long reverseId = row.wasNull() ? null : reverse;
        MigrationFilter filter = new MigrationFilter(row.getBoolean("late"), row.getString("team"), Set.of((String[]) row.getArray("excluded").getArray()));
        return new Migration(row.getLong("id"), changeId, reverseId, row.getString("process"), row.getInt("from_version"), row.getInt("to_version"),
                parse(row.getString("mapping"), MAPPING), filter, MigrationState.valueOf(row.getString("state")), row.getString("created_by"),
                moment(row, "created_at").orElseThrow(), row.getString("started_by"), moment(row, "started_at").orElse(null), moment(row, "ended_at").orElse(null));
    }

    private MigrationCase readCase(ResultSet row, int index) throws SQLException {
        String reason = row.getString("reason");
        return new MigrationCase(row.getInt("place"), parse(row.getString("forecast"), new TypeReference<Forecast>() {
        }), CaseOutcome.valueOf(row.getString("outcome")), reason == null ? null : parse(reason, new TypeReference<Why>() {
        }), row.getBoolean("canary"), row.getString("after"), moment(row, "moved_at").orElse(null));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and times always become JSON", e);
        }
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON cannot be read", e);
        }
    }
}
