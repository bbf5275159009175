package org.redress.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the customers of a campaign said, and what is behind the points of a chart. */
@Repository
class FindingTable {

    private static final String COLUMNS = """
            j.external_id as job, cast(j.done_at at time zone :zone as date) as done_on, j.team, %s as at, e.scale, e.rating, e.meaning, e.suggestion,
            e.answers -> 'cause' as cause, e.questionnaire, e.questionnaire_version, k.number, k.category, k.root_cause
            """;
    private static final String ANSWERS = "select " + COLUMNS.formatted("e.asked_at") + """
            from evaluation e join service_job j on j.id = e.job_id left join complaint k on k.number = e.case_number
            where e.reached and (cast(:team as text[]) is null or j.team = any(:team)) and
            """;
    private static final String COMPLAINTS = "select " + COLUMNS.formatted("k.received_at") + """
            from complaint k join service_job j on j.external_id = k.service_job left join evaluation e on e.case_number = k.number
            where k.state not in ('MERGED', 'REJECTED', 'WITHDRAWN') and (cast(:team as text[]) is null or j.team = any(:team))
                and j.done_at >= :from and j.done_at < :to and (cast(:business as text) is null or j.business = :business)
                and (cast(:ofTeam as text) is null or j.team = :ofTeam)
            order by k.received_at, k.id""";

    private final JdbcClient jdbc;
    private final SignalTable days;
    private final ObjectMapper json;

    FindingTable(JdbcClient jdbc, SignalTable days, ObjectMapper json) {
        this.jdbc = jdbc;
        this.days = days;
        this.json = json;
    }

    /** Everybody who answered in the campaign. @param teams null for all, else only jobs of these */
    List<Finding> answers(long campaign, @Nullable List<String> teams) {
        return spec(ANSWERS + "e.campaign_id = :campaign order by e.asked_at, e.id", teams).param("campaign", campaign).query(this::read).list();
    }

    /** The complaints about jobs of a month. */
    List<Finding> complaints(@Nullable Business business, @Nullable String team, YearMonth month, @Nullable List<String> teams) {
        return month(COMPLAINTS, business, team, month, teams).query(this::read).list();
    }

    /** The dissatisfied answers about jobs of a month, without those of campaigns. */
    List<Finding> dissatisfied(@Nullable Business business, @Nullable String team, YearMonth month, @Nullable List<String> teams) {
        return month(ANSWERS + """
                e.meaning = 'DISSATISFIED' and e.campaign_id is null and e.done_at >= :from and e.done_at < :to
                and (cast(:business as text) is null or e.business = :business) and (cast(:ofTeam as text) is null or e.team = :ofTeam)
                order by e.asked_at, e.id""", business, team, month, teams).query(this::read).list();
    }

    private JdbcClient.StatementSpec month(String sql, @Nullable Business business, @Nullable String team, YearMonth month, @Nullable List<String> teams) {
        return spec(sql, teams).param("from", days.start(month.atDay(1))).param("to", days.start(month.plusMonths(1).atDay(1)))
                .param("business", business == null ? null : business.name()).param("ofTeam", team);
    }

    private JdbcClient.StatementSpec spec(String sql, @Nullable List<String> teams) {
        return jdbc.sql(sql).param("zone", days.zone().getId()).param("team", teams == null ? null : teams.toArray(String[]::new));
    }

    private Finding read(ResultSet row, int number) throws SQLException {
        return new Finding(row.getString("job"), row.getObject("done_on", LocalDate.class), row.getString("team"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("scale"), row.getString("rating"), row.getString("meaning"),
                row.getString("suggestion"), causes(row.getString("cause")), row.getString("number"), row.getString("category"),
                row.getString("root_cause"), row.getString("questionnaire"), row.getObject("questionnaire_version", Integer.class));
    }

    /** One choice, or several. */
    private List<String> causes(@Nullable String answer) {
        if (answer == null) {
            return List.of();
        }
        try {
            List<String> causes = new ArrayList<>();
            JsonNode given = json.readTree(answer);
            (given.isArray() ? given : json.createArrayNode().add(given)).forEach(each ->
                    Optional.of(each.asText()).filter(text -> !each.isNull() && !text.isBlank()).ifPresent(causes::add));
            return causes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("jsonb is always JSON", e);
        }
    }

    Progress progress(long campaign) {
        return jdbc.sql("""
                select count(*) as due, count(*) filter (where f.state = 'OPEN') as open,
                    count(*) filter (where f.state in ('EVALUATED', 'COMPLAINT')) as reached, count(*) filter (where f.state = 'NOT_REACHED') as missed,
                    count(*) filter (where f.state = 'LAPSED') as lapsed, count(*) filter (where f.state in ('NO_PHONE', 'DO_NOT_CALL')) as not_called,
                    count(e.rating) as rated, count(*) filter (where e.meaning = 'DISSATISFIED') as dissatisfied, count(f.case_number) as cases
                from follow_up_call f left join evaluation e on e.call_id = f.id where f.campaign_id = :campaign""")
                .param("campaign", campaign)
                .query((row, number) -> new Progress(row.getInt("due"), row.getInt("open"), row.getInt("reached"), row.getInt("missed"),
                        row.getInt("lapsed"), row.getInt("not_called"), row.getInt("rated"), row.getInt("dissatisfied"), row.getInt("cases"))).single();
    }
}
