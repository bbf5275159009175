package org.redress.insight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.redress.insight.StageTimes.Visit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases with clocks, paths and open work, written straight into the tables: what a board reads, without the way that led there. */
final class BoardData {

    static final List<String> STEPS = List.of("userTask_triageComplaint", "userTask_signForCase", "userTask_resolveComplaint",
            "userTask_awaitAnswer", "userTask_reviewResolution", "userTask_recallCustomer");

    private final JdbcClient jdbc;
    private int last;

    BoardData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param breachedAt of a clock that passed its due moment before it was paused */
    record Clock(String kind, String state, Instant dueAt, Instant riskAt, @Nullable Instant breachedAt, int pausedMinutes) {
    }

    record Case(long id, String number, String state, String severity, @Nullable String team, List<Clock> clocks, List<Visit> visits,
            @Nullable String assignee) {

        boolean open() {
            return !state.equals("CLOSED");
        }
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    Case add(String state, String severity, @Nullable String team, List<Clock> clocks, List<Visit> visits, @Nullable String assignee) {
        last++;
        String number = "RD-2026-%06d".formatted(500_000 + last);
        Instant received = visits.isEmpty() ? clocks.get(0).riskAt() : visits.get(0).enteredAt();
        long id = jdbc.sql("""
                insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, summary, team, teams, closed_at)
                values (:number, :state, :severity, 'HOTLINE', :received, :received, 'intake', :summary, :team, :teams, :closed) returning id""")
                .param("number", number).param("state", state).param("severity", severity).param("received", at(received))
                .param("summary", "case " + last).param("team", team)
                .param("teams", team == null ? new String[0] : new String[] {team}).param("closed", state.equals("CLOSED") ? at(received) : null).query(Long.class).single();
        for (Clock clock : clocks) {
            jdbc.sql("""
                    insert into case_clock (complaint_id, kind, state, started_at, due_at, critical_at, risk_at, paused_since, breached_at, paused_minutes)
                    values (:id, :kind, :state, :started, :due, :due, :risk, :paused, :breached, :credit)""")
                    .param("id", id).param("kind", clock.kind()).param("state", clock.state()).param("started", at(received))
                    .param("due", at(clock.dueAt())).param("risk", at(clock.riskAt()))
                    .param("paused", clock.state().equals("PAUSED") ? at(received) : null)
                    .param("breached", clock.breachedAt() == null ? null : at(clock.breachedAt())).param("credit", clock.pausedMinutes()).update();
        }
        for (Visit visit : visits) {
            jdbc.sql("""
                    insert into case_path (complaint_id, definition_id, instance_id, element_id, entered_at, left_at)
                    values (:id, 'complaint:1', :instance, :element, :entered, :left)""")
                    .param("id", id).param("instance", id + visit.elementId() + visit.enteredAt()).param("element", visit.elementId())
                    .param("entered", at(visit.enteredAt())).param("left", visit.leftAt() == null ? null : at(visit.leftAt())).update();
        }
        Case made = new Case(id, number, state, severity, team, clocks, visits, assignee);
        if (made.open() && !visits.isEmpty() && visits.get(visits.size() - 1).leftAt() == null) {
            task(made, visits.get(visits.size() - 1).elementId(), clocks.isEmpty() ? received : clocks.get(0).dueAt());
        }
        return made;
    }

    private void task(Case of, String key, Instant due) {
        jdbc.sql("""
                insert into open_task (id, kind, subject_id, subject, task_key, name_en, name_zh, form, definition_id, instance_id, team, assignee,
                    severity, case_team, due_at, start_by, critical_at, waiting, work_minutes, created_at)
                values (:id, 'CASE', :subject, :number, :key, 'Step', '步骤', 'd/f', 'complaint:1', :id, :team, :assignee, :severity, :team, :due, :due,
                    :due, :waiting, 60, :due)""")
                .param("id", "task-" + of.number()).param("subject", of.id()).param("number", of.number()).param("key", key)
                .param("team", of.team() == null ? "COMPLAINT_SPECIALIST" : of.team()).param("assignee", of.assignee())
                .param("severity", of.severity()).param("due", at(due)).param("waiting", key.equals("userTask_awaitAnswer")).update();
    }

    /** A case as it might be, open three times in four. */
    Case random(Random random, Instant now) {
        boolean open = random.nextInt(4) > 0;
        List<Visit> visits = new ArrayList<>();
        Instant at = now.minusSeconds(60L * (random.nextInt(20_000) + 500));
        int steps = 1 + random.nextInt(5);
        for (int i = 0; i < steps; i++) {
            Instant left = at.plusSeconds(60L * random.nextInt(3_000));
            boolean stands = open && (i == steps - 1 || left.isAfter(now));
            visits.add(new Visit(STEPS.get(random.nextInt(STEPS.size())), at, stands ? null : left));
            at = left;
            if (stands) {
                break;
            }
        }
        List<Clock> clocks = new ArrayList<>();
        for (String kind : List.of("FIRST_CONTACT", "ASSIGN", "SIGN", "RESOLVE", "PROMISE", "RECALL")) {
            if (random.nextInt(2) == 0) {
                clocks.add(clock(kind, open, random, now));
            }
        }
        return add(open ? "IN_PROGRESS" : "CLOSED", random.nextInt(10) == 0 ? "S1" : "S" + (2 + random.nextInt(3)),
                List.of("repair-1", "repair-2", "hall-1").get(random.nextInt(3)), clocks, visits,
                random.nextInt(3) == 0 ? null : "handler");
    }

    private static Clock clock(String kind, boolean open, Random random, Instant now) {
        Instant due = now.plusSeconds(60L * (random.nextInt(8_000) - 3_000));
        Instant risk = due.minusSeconds(60L * random.nextInt(1_500));
        String state = open ? List.of("RUNNING", "RUNNING", "PAUSED", "MET").get(random.nextInt(4)) : "MET";
        boolean broke = state.equals("PAUSED") && due.isBefore(now) && random.nextBoolean();
        return new Clock(kind, state, due, risk, broke ? due : null, random.nextInt(3) == 0 ? random.nextInt(2_000) : 0);
    }
}
