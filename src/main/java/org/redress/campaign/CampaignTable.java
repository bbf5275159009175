package org.redress.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of campaign. Every change names the version and the states it starts from, and answers false when they do not hold any more. */
@Repository
class CampaignTable {

    private static final TypeReference<Map<LeftOut, Integer>> LEFT_OUT = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Calendars calendars;

    CampaignTable(JdbcClient jdbc, ObjectMapper json, Calendars calendars) {
        this.jdbc = jdbc;
        this.json = json;
        this.calendars = calendars;
    }

    /** Whether it is new. */
    boolean propose(Business business, Signal signal, YearMonth month, ControlChart chart, String by, Instant now) {
        return jdbc.sql("""
                insert into campaign (code, state, business, signal, month, chart, created_at, created_by)
                select 'TC-' || :year || '-' || lpad(nextval('campaign_number')::text, 4, '0'), 'PROPOSED',
                    :business, :signal, :month, cast(:chart as jsonb), :at, :by
                where not exists (select from campaign where business = :business and signal = :signal and month = :month)
                on conflict (business, signal, month) where signal is not null do nothing""")
                .param("business", business.name()).param("signal", signal.name()).param("month", month.atDay(1)).param("chart", write(chart))
                .param("at", offset(now)).param("year", year(now)).param("by", by).update() == 1;
    }

    long add(String name, Population chosen, String by, Instant now) {
        return jdbc.sql("""
                insert into campaign (code, state, name, business, population, created_at, created_by, started_at, started_by)
                values ('TC-' || :year || '-' || lpad(nextval('campaign_number')::text, 4, '0'), 'RUNNING', :name,
                    :business, cast(:population as jsonb), :at, :by, :at, :by)
                returning id""")
                .param("name", name).param("business", chosen.business() == null ? null : chosen.business().name())
                .param("population", write(chosen)).param("at", offset(now)).param("year", year(now)).param("by", by).query(Long.class).single();
    }

    /** At the company. */
    private String year(Instant now) {
        return String.valueOf(now.atZone(calendars.current().zone()).getYear());
    }

    /** A proposal is started. */
    boolean accept(long id, int version, String name, Population chosen, String by, Instant now) {
        return jdbc.sql("""
                update campaign set state = 'RUNNING', name = :name, population = cast(:population as jsonb), started_at = :at, started_by = :by,
                    version = version + 1
                where id = :id and version = :version and state = 'PROPOSED'""")
                .param("id", id).param("version", version).param("name", name).param("population", write(chosen)).param("at", offset(now))
                .param("by", by).update() == 1;
    }

    void opened(long id, int opened, Map<LeftOut, Integer> leftOut, @Nullable String questionnaire, Instant windowEndsAt) {
        jdbc.sql("update campaign set opened = :opened, left_out = cast(:out as jsonb), questionnaire = :questionnaire, window_ends_at = :end where id = :id")
                .param("id", id).param("opened", opened).param("out", write(leftOut)).param("questionnaire", questionnaire)
                .param("end", offset(windowEndsAt)).update();
    }

    /** @param column what the text is kept in: reason, finding or conclusion */
    boolean move(long id, int version, CampaignState from, CampaignState to, String column, String text, String by, Instant now) {
        return jdbc.sql("update campaign set state = :to, " + column + """
                 = :text, decided_at = :at, decided_by = :by, version = version + 1
                where id = :id and version = :version and state = :from""")
                .param("id", id).param("version", version).param("from", from.name()).param("to", to.name()).param("text", text)
                .param("at", offset(now)).param("by", by).update() == 1;
    }

    Optional<Campaign> find(long id) {
        return jdbc.sql("select * from campaign where id = ?").param(id).query(this::read).optional();
    }

    /** Proposals first, then the newest; so many at most. */
    List<Campaign> all(int limit, int skip) {
        return jdbc.sql("select * from campaign order by state = 'PROPOSED' desc, created_at desc, id desc limit ? offset ?").params(limit, skip)
                .query(this::read).list();
    }

    private Campaign read(ResultSet row, int number) throws SQLException {
        String signal = row.getString("signal");
        String business = row.getString("business");
        LocalDate month = row.getObject("month", LocalDate.class);
        String chart = row.getString("chart");
        String population = row.getString("population");
        return new Campaign(row.getLong("id"), row.getString("code"), row.getInt("version"), CampaignState.valueOf(row.getString("state")),
                row.getString("name"), signal == null ? null : Signal.valueOf(signal), month == null ? null : YearMonth.from(month),
                business == null ? null : Business.valueOf(business), chart == null ? null : read(chart, ControlChart.class),
                population == null ? null : read(population, Population.class), leftOut(row.getString("left_out")), row.getString("questionnaire"),
                moment(row, "window_ends_at"), row.getInt("opened"), row.getString("reason"), row.getString("finding"), row.getString("conclusion"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("created_by"), moment(row, "started_at"),
                row.getString("started_by"), moment(row, "decided_at"), row.getString("decided_by"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime offset(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record is always JSON", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored by this class", e);
        }
    }

    private Map<LeftOut, Integer> leftOut(String text) {
        try {
            return json.readValue(text, LEFT_OUT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored by this class", e);
        }
    }
}
