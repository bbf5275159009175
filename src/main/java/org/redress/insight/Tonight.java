package org.redress.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseLadder.Standing;
import org.redress.complaint.CaseState;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.escalation.Drill;
import org.redress.escalation.Drill.Foreseen;
import org.redress.escalation.LadderAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The escalation drill: which steps of the ladder fire until the end of the day if nothing happens, and who will be told. */
@Service
public class Tonight {

    /** Enough to see whose evening it will be; the rest is counted. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Hours hours;
    private final BoardScope scope;
    private final Drill drill;

    Tonight(JdbcClient jdbc, Hours hours, BoardScope scope, Drill drill) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.scope = scope;
        this.drill = drill;
    }

    /** @param recipients usernames; nobody where the customer is told */
    public record Step(String number, Severity severity, String summary, ClockKind clock, int level, Instant at, LadderAction action,
            List<String> recipients, @Nullable String noteEn, @Nullable String noteZh) {
    }

    /**
     * @param total    of all steps until then, also those not listed
     * @param byPerson steps by who will be told of them, by name
     */
    public record Evening(int total, List<Step> steps, Map<String, List<Step>> byPerson) {
    }

    private record Ahead(Standing standing, ClockKind clock, int level, Instant at, int total) {
    }

    public Evening now() {
        Set<String> teams = scope.teams();
        var statement = jdbc.sql("""
                select k.complaint_id, k.kind, k.next_level, k.next_step_at, c.number, c.severity, c.state, c.summary, c.owner, c.team, c.handler,
                    c.complainant, c.place, c.reopen_count, c.hand_over_count + c.return_count as hand_overs, count(*) over () as total
                from case_clock k join complaint c on c.id = k.complaint_id
                where k.next_step_at < :tonight and k.state = 'RUNNING' and k.next_level is not null""" + (teams == null ? "" : " and c.team = any(:teams)")
                + " order by k.next_step_at, k.complaint_id limit :most").param("tonight", BoardMarks.at(hours.tonight())).param("most", MOST);
        if (teams != null) {
            statement = statement.param("teams", teams.toArray(String[]::new));
        }
        List<Ahead> ahead = statement.query((row, index) -> new Ahead(new Standing(row.getLong("complaint_id"), row.getString("number"),
                Severity.valueOf(row.getString("severity")), CaseState.valueOf(row.getString("state")), row.getString("summary"),
                row.getString("owner"), row.getString("team"), row.getString("handler"), row.getString("complainant"), row.getInt("reopen_count"),
                row.getInt("hand_overs"), row.getString("place")), ClockKind.valueOf(row.getString("kind")), row.getInt("next_level"),
                BoardRows.moment(row, "next_step_at"), row.getInt("total"))).list();
        List<Step> steps = new ArrayList<>();
        Map<String, List<Step>> byPerson = new TreeMap<>();
        for (Ahead each : ahead) {
            drill.of(each.standing(), each.clock(), each.level()).map(found -> step(each, found)).ifPresent(step -> {
                steps.add(step);
                step.recipients().forEach(name -> byPerson.computeIfAbsent(name, unused -> new ArrayList<>()).add(step));
            });
        }
        return new Evening(ahead.isEmpty() ? 0 : ahead.get(0).total(), steps, byPerson);
    }

    private static Step step(Ahead ahead, Foreseen found) {
        Standing standing = ahead.standing();
        return new Step(standing.number(), standing.severity(), standing.summary(), ahead.clock(), ahead.level(), ahead.at(), found.action(),
                found.usernames(), found.noteEn(), found.noteZh());
    }
}
