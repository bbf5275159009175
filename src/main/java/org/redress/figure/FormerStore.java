package org.redress.figure;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.shared.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of evaluation_aggregate, and what grades mean. */
@Component
class FormerStore {

    private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentActor actor;
    private final Clock clock;

    FormerStore(JdbcClient jdbc, ObjectMapper json, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.actor = actor;
        this.clock = clock;
    }

    void put(FormerTable table, FormerTable.Row row) {
        jdbc.sql("""
                insert into evaluation_aggregate (period, from_day, business, team, called, scale, counts, unrated, published, sent_by, sent_at)
                values (:period, :from, :business, :team, :called, :scale, cast(:counts as jsonb), :unrated, :published, :by, :at)
                on conflict (period, from_day, business, team) do update set called = excluded.called, scale = excluded.scale, counts = excluded.counts,
                    unrated = excluded.unrated, published = excluded.published, sent_by = excluded.sent_by, sent_at = excluded.sent_at""")
                .param("period", table.period().name()).param("from", table.from()).param("business", table.business().name()).param("team", row.team())
                .param("called", row.called()).param("scale", row.scale()).param("counts", text(row.counts())).param("unrated", row.unrated())
                .param("published", row.published()).param("by", actor.get().username()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** @param business null for all of them; the printed totals among the rows */
    List<Stored> rows(PeriodKind kind, LocalDate from, @Nullable String business) {
        return jdbc.sql("""
                select business, team, called, scale, counts::text as counts, unrated, published from evaluation_aggregate
                where period = :period and from_day = :from and (cast(:business as text) is null or business = :business) order by business, team""")
                .param("period", kind.name()).param("from", from).param("business", business).query(this::stored).list();
    }

    record Stored(String business, FormerTable.Row row) {
    }

    private Stored stored(ResultSet row, int index) throws SQLException {
        return new Stored(row.getString("business"), new FormerTable.Row(row.getString("team"), row.getObject("called", Long.class),
                row.getString("scale"), counts(row.getString("counts")), row.getLong("unrated"), row.getBigDecimal("published")));
    }

    /** Grades of a scale, best first. */
    List<Graded> grades(String scale) {
        return jdbc.sql("select code, name_en, name_zh, meaning from scale_grade where scale = :scale order by position").param("scale", scale)
                .query(Graded.class).list();
    }

    /** @param meaning SATISFIED, NEUTRAL or DISSATISFIED */
    record Graded(String code, String nameEn, String nameZh, String meaning) {
    }

    private String text(Map<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Numbers are always JSON", e);
        }
    }

    private Map<String, Long> counts(String text) {
        try {
            return json.readValue(text, COUNTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The database does not give broken JSON", e);
        }
    }
}
