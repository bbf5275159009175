package org.redress.demo;

import static org.redress.demo.PastRows.row;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.complaint.ComplaintWorkflow;
import org.redress.deadline.ClockKind;
import org.redress.demo.PastCase.Step;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The way of ended complaints through the process of today, as if they had gone it: the steps with their ends, one statement for all of them. */
@Repository
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class PastPaths {

    private static final String END = "event_closedSolved";
    private static final String SETTLED = "event_settledOnCall";

    private final JdbcClient jdbc;
    private final PastRows rows;
    private final ComplaintWorkflow workflow;

    PastPaths(JdbcClient jdbc, ObjectMapper json, ComplaintWorkflow workflow) {
        this.jdbc = jdbc;
        this.rows = new PastRows(json);
        this.workflow = workflow;
    }

    void write(List<PastCase> cases) {
        List<Map<String, Object>> steps = new ArrayList<>();
        cases.forEach(it -> steps(it, steps));
        jdbc.sql("""
                with step as (select k.id, k.severity, x.*, 'past-' || k.id || '-' || x.element as visit
                    from rows from (jsonb_to_recordset(cast(:rows as jsonb)) as (job text, element text, entered timestamptz, "left" timestamptz, taken timestamptz,
                        clock text, team text)) with ordinality as x(job, element, entered, gone, taken, clock, team, place)
                    join complaint k on k.source = :source and k.source_key = x.job),
                path as (insert into case_path (complaint_id, definition_id, instance_id, element_id, entered_at, left_at)
                    select id, :definition, visit, element, entered, gone from step order by id, place)
                insert into step_end (visit_id, complaint_id, case_team, severity, claimed_at, due_at, waiting)
                select s.visit, s.id, s.team, s.severity, s.taken, c.due_at, false from step s join case_clock c on c.complaint_id = s.id and c.kind = s.clock""")
                .param("rows", rows.text(steps)).param("source", PastCaseTables.SOURCE).param("definition", workflow.current()).update();
    }

    private static void steps(PastCase it, List<Map<String, Object>> steps) {
        Instant closed = it.at(Step.CLOSED);
        if (it.settled()) {
            step(steps, it, "userTask_triageComplaint", it.at(Step.RECEIVED), it.at(Step.CONTACTED), closed, ClockKind.ASSIGN);
        } else {
            step(steps, it, "userTask_triageComplaint", it.at(Step.RECEIVED), it.at(Step.CONTACTED), it.at(Step.ASSIGNED), ClockKind.ASSIGN);
            step(steps, it, "userTask_signForCase", it.at(Step.ASSIGNED), it.at(Step.SIGNED), it.at(Step.SIGNED), ClockKind.SIGN);
            step(steps, it, "userTask_resolveComplaint", it.at(Step.SIGNED), it.at(Step.SIGNED), it.at(Step.RESOLVED), ClockKind.RESOLVE);
            step(steps, it, "userTask_reviewResolution", it.at(Step.RESOLVED), half(it.at(Step.RESOLVED), it.at(Step.ACCEPTED)), it.at(Step.ACCEPTED),
                    ClockKind.RESOLVE);
            step(steps, it, "userTask_recallCustomer", it.at(Step.ACCEPTED), half(it.at(Step.ACCEPTED), closed), closed, ClockKind.RECALL);
        }
        steps.add(row("job", it.job().number(), "element", it.settled() ? SETTLED : END, "entered", closed, "left", closed));
    }

    private static void step(List<Map<String, Object>> steps, PastCase it, String element, Instant entered, Instant taken, Instant left, ClockKind clock) {
        steps.add(row("job", it.job().number(), "element", element, "entered", entered, "left", left, "taken", taken, "clock", clock, "team", it.team()));
    }

    private static Instant half(Instant from, Instant to) {
        return from.plus(Duration.between(from, to).dividedBy(2));
    }
}
