package org.redress.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.redress.callback.JobKind;
import org.redress.customer.Segment;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.process.DecisionInputs.Asked;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest inputs of a decision. Some tables are read whole when they are released and answer from memory: what they were asked stands in the clocks and
 * jobs they were asked for.
 */
@Component
class RealInputs {

    private final DecisionInputs noted;
    private final JdbcClient jdbc;

    RealInputs(DecisionInputs noted, JdbcClient jdbc) {
        this.noted = noted;
        this.jdbc = jdbc;
    }

    List<Asked> newest(String decision, int limit) {
        return switch (decision) {
            case SamplingTable.TABLE -> jobs(limit);
            case ClockPolicyTable.TABLE, LadderTable.TABLE -> clocks(decision, limit);
            default -> noted.newest(decision, limit);
        };
    }

    private List<Asked> jobs(int limit) {
        return jdbc.sql("""
                select external_id, received_at, business, segment, warranty, coalesce(team, '') as team from service_job order by id desc limit :limit""")
                .param("limit", limit).query((row, index) -> new Asked(row.getString("external_id"), at(row, "received_at"), Map.copyOf(SamplingTable.facts(
                        new JobKind(Business.valueOf(row.getString("business")), Segment.valueOf(row.getString("segment")), row.getBoolean("warranty"),
                                row.getString("team")))))).list();
    }

    private List<Asked> clocks(String decision, int limit) {
        return jdbc.sql("""
                select c.number, c.severity, k.kind, k.started_at from case_clock k join complaint c on c.id = k.complaint_id
                 where k.kind <> 'OUTSIDE' or :outside order by k.complaint_id desc, k.kind limit :limit""")
                .param("outside", decision.equals(LadderTable.TABLE)).param("limit", limit).query((row, index) -> {
                    ClockKind kind = ClockKind.valueOf(row.getString("kind"));
                    Severity severity = Severity.valueOf(row.getString("severity"));
                    Map<String, Object> facts = decision.equals(LadderTable.TABLE) ? LadderTable.facts("SHARE", kind.name(), severity, 1)
                            : ClockPolicyTable.question(kind, severity);
                    return new Asked(row.getString("number"), at(row, "started_at"), Map.copyOf(facts));
                }).list();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
