package org.redress.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases with paths and the ends of their steps, written straight into the tables; each can go on later. */
final class FlowData {

    static final List<String> STEPS = List.of("userTask_triageComplaint", "userTask_signForCase", "userTask_resolveComplaint", "userTask_awaitAnswer",
            "userTask_reviewResolution", "userTask_recallCustomer", "event_retryDue");
    private static final List<String> TEAMS = List.of("repair-1", "repair-2", "hall-1");
    private static final List<String> BUSINESSES = List.of("REPAIR", "METER_READING");

    private final JdbcClient jdbc;
    private final String definition;
    private final Random random;
    private final List<One> cases = new ArrayList<>();

    FlowData(JdbcClient jdbc, String definition, long seed) {
        this.jdbc = jdbc;
        this.definition = definition;
        this.random = new Random(seed);
    }

    private static final class One {

        private long id;
        private Instant at = Instant.EPOCH;
        private @Nullable String standing;
    }

    void receive(int number, Instant from, Duration within) {
        for (int i = 0; i < number; i++) {
            One one = new One();
            one.at = from.plusSeconds(random.nextInt((int) within.toSeconds()));
            one.id = jdbc.sql("""
                    insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, summary, team, business)
                    values (:number, 'IN_PROGRESS', :severity, 'HOTLINE', :at, :at, 'intake', 'flow', :team, :business) returning id""")
                    .param("number", "RD-2025-%06d".formatted(700_000 + cases.size())).param("severity", random.nextInt(8) == 0 ? "S1" : "S3")
                    .param("at", BoardMarks.at(one.at)).param("team", random.nextInt(5) == 0 ? null : TEAMS.get(random.nextInt(3)))
                    .param("business", random.nextInt(3) == 0 ? null : BUSINESSES.get(random.nextInt(2))).query(Long.class).single();
            cases.add(one);
            enter(one, STEPS.get(0));
        }
    }

    /** Every case takes some steps further; one in four ends. */
    void goOn() {
        for (One one : cases) {
            for (int steps = random.nextInt(4); steps > 0 && one.standing != null; steps--) {
                leave(one);
                if (random.nextInt(8) == 0) {
                    end(one);
                } else {
                    enter(one, STEPS.get(random.nextInt(STEPS.size())));
                }
            }
        }
    }

    private void enter(One one, String element) {
        one.standing = one.id + "-" + element + "-" + one.at + random.nextInt();
        jdbc.sql("insert into case_path (complaint_id, definition_id, instance_id, element_id, entered_at) values (:id, :definition, :instance, :element, :at)")
                .param("id", one.id).param("definition", definition).param("instance", one.standing).param("element", element).param("at", BoardMarks.at(one.at))
                .update();
    }

    private void leave(One one) {
        Instant entered = one.at;
        one.at = entered.plusSeconds(60L * random.nextInt(random.nextInt(6) == 0 ? 4_000 : 300));
        jdbc.sql("update case_path set left_at = :at, canceled = :canceled where instance_id = :instance").param("at", BoardMarks.at(one.at))
                .param("canceled", random.nextInt(10) == 0).param("instance", one.standing).update();
        if (!String.valueOf(one.standing).contains("event_") && random.nextInt(12) > 0) {
            Instant claimed = entered.plusSeconds(random.nextInt((int) Duration.between(entered, one.at).toSeconds() + 1));
            jdbc.sql("""
                    insert into step_end (visit_id, complaint_id, case_team, severity, claimed_at, due_at, waiting)
                    values (:visit, :id, :team, :severity, :claimed, :due, :waiting)""")
                    .param("visit", one.standing).param("id", one.id).param("team", random.nextInt(4) == 0 ? null : TEAMS.get(random.nextInt(3)))
                    .param("severity", random.nextInt(8) == 0 ? "S1" : "S3").param("claimed", random.nextInt(6) == 0 ? null : BoardMarks.at(claimed))
                    .param("due", BoardMarks.at(one.at.plusSeconds(60L * (random.nextInt(200) - 60)))).param("waiting", random.nextInt(9) == 0).update();
        }
        one.standing = null;
    }

    private void end(One one) {
        jdbc.sql("insert into case_path (complaint_id, definition_id, instance_id, element_id, entered_at, left_at)"
                + " values (:id, :definition, :instance, 'event_closedSolved', :at, :at)").param("id", one.id).param("definition", definition)
                .param("instance", one.id + "-end").param("at", BoardMarks.at(one.at)).update();
        jdbc.sql("update complaint set state = 'CLOSED', closed_at = :at where id = :id").param("at", BoardMarks.at(one.at)).param("id", one.id).update();
        if (random.nextInt(3) == 0) {
            jdbc.sql("""
                    insert into case_clock (complaint_id, kind, state, started_at, due_at, critical_at, risk_at, breached_at)
                    values (:id, 'RESOLVE', 'BREACHED', :at, :at, :at, :at, :at)""").param("id", one.id).param("at", BoardMarks.at(one.at)).update();
        }
    }
}
