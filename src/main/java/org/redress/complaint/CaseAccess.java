package org.redress.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who may see which case: specialists, managers, directors and administrators all of them; a team those it was ever responsible for;
 * an intake agent those they captured; a callback agent those heard in their calls and those they call again now, never one they
 * handled. A follow-up call belongs to who captured the case from it.
 */
@Service
public class CaseAccess {

    private static final String[] ALL = {"COMPLAINT_SPECIALIST", "DEPARTMENT_MANAGER", "SERVICE_DIRECTOR", "ADMINISTRATOR"};

    private final CurrentActor actor;
    private final JdbcClient jdbc;

    CaseAccess(CurrentActor actor, JdbcClient jdbc) {
        this.actor = actor;
        this.jdbc = jdbc;
    }

    /** A condition on alias {@code c} of table complaint with its parameters. */
    record Condition(String sql, Map<String, Object> params) {
    }

    Condition condition() {
        Actor who = actor.get();
        if (seesAll(who)) {
            return new Condition("true", Map.of());
        }
        List<String> ways = new ArrayList<>();
        if (who.hasAny("TEAM_MEMBER", "TEAM_LEADER")) {
            ways.add("c.teams && cast(:myTeams as varchar[])");
        }
        if (who.hasAny("INTAKE_AGENT")) {
            ways.add("c.captured_by = :me");
        }
        if (who.hasAny("CALLBACK_AGENT")) {
            ways.add("(not :me = any(c.handlers) and (c.captured_by = :me or exists (select from open_task t where t.kind = 'CASE'"
                    + " and t.subject_id = c.id and t.assignee = :me and t.task_key = 'userTask_recallCustomer')))");
        }
        String sql = ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")";
        return new Condition(sql, Map.of("me", who.username(), "myTeams", who.teams().toArray(String[]::new)));
    }

    /** @throws Problem 404 for an unknown number, 403 for a case of others */
    public long require(String number) {
        Condition condition = condition();
        Sight sight = jdbc.sql("select c.id, (" + condition.sql() + ") as seen from complaint c where c.number = :number")
                .param("number", number).params(used(condition))
                .query((row, index) -> new Sight(row.getLong("id"), row.getBoolean("seen"))).optional()
                .orElseThrow(() -> Problem.notFound("complaint.problem.unknown", number));
        if (!sight.seen()) {
            throw Problem.forbidden("complaint.problem.hidden", number);
        }
        return sight.id();
    }

    /** Whether the person works on it or leads it: may pause, resume and record contacts. */
    void requireWork(CaseRecord record) {
        Actor who = actor.get();
        String team = record.team();
        if (!seesAll(who) && (team == null || !who.teams().contains(team))) {
            throw Problem.forbidden("complaint.problem.notYourWork", record.facts().number());
        }
    }

    void requireRole(String number, String... roles) {
        if (!seesAll(actor.get()) && !actor.get().hasAny(roles)) {
            throw Problem.forbidden("complaint.problem.notYourAct", number);
        }
    }

    /** Parameters that the condition names; the driver refuses others. */
    static Map<String, Object> used(Condition condition) {
        Map<String, @Nullable Object> used = new java.util.HashMap<>(condition.params());
        used.keySet().removeIf(name -> !condition.sql().matches("(?s).*:" + name + "\\b.*"));
        return used;
    }

    private static boolean seesAll(Actor who) {
        return who.isSystem() || who.hasAny(ALL);
    }

    private record Sight(long id, boolean seen) {
    }
}
