package org.redress.figure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs, calls, askings and cases as they might be, written straight into the tables, with whatever may be null being null now and then. */
final class FigureData {

    static final List<String> TEAMS = List.of("repair-1", "repair-2");
    private static final List<String> BUSINESSES = List.of("REPAIR", "COUNTER_SERVICE", "IGNITION");
    private static final List<String> PEOPLE = List.of("handler", "handler2", "leader");
    private static final List<String> REGIONS = List.of("north", "south");
    private static final List<String> SEGMENTS = List.of("ORDINARY", "ORDINARY", "VIP", "LOW_INCOME");
    private static final List<String> LINES = List.of("OPEN", "EVALUATED", "COMPLAINT", "NOT_REACHED", "LAPSED", "NO_PHONE", "DO_NOT_CALL");
    private static final List<String> CHANNELS = List.of("HOTLINE", "WEB", "O12345", "O12315", "CALLBACK");
    private static final List<String> STATES = List.of("CAPTURED", "TRIAGE", "REJECTED", "MERGED", "SETTLED_ON_CALL", "ASSIGNED", "IN_PROGRESS",
            "WAITING_THIRD_PARTY", "RESOLVED", "RECALL_DUE", "CLOSED", "REFERRED_OUT", "WITHDRAWN", "CLOSED", "CLOSED");
    private static final List<String> VERDICTS = List.of("UPHELD", "PARTLY_UPHELD", "NOT_UPHELD", "UNVERIFIABLE", "OUT_OF_SCOPE", "DUPLICATE");

    private final JdbcClient jdbc;
    private final Random random;
    private final Instant first;
    private final Instant now;
    private final long customer;
    private int last;

    FigureData(JdbcClient jdbc, long seed, Instant first, Instant now) {
        this.jdbc = jdbc;
        this.random = new Random(seed);
        this.first = first;
        this.now = now;
        this.customer = jdbc.sql("insert into customer (name, phone, area, segment) values ('周敏', '13800000001', 'north', 'VIP') returning id")
                .query(Long.class).single();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> @Nullable T maybe(List<T> list) {
        return random.nextInt(5) == 0 ? null : any(list);
    }

    private OffsetDateTime moment() {
        long seconds = now.getEpochSecond() - first.getEpochSecond();
        return first.plusSeconds((long) (random.nextDouble() * seconds)).atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime after(OffsetDateTime from, int days) {
        return from.plusSeconds(random.nextInt(days * 86_400));
    }

    void jobs(int count) {
        for (int i = 0; i < count; i++) {
            boolean sampled = random.nextInt(4) > 0;
            OffsetDateTime done = moment();
            long job = jdbc.sql("""
                    insert into service_job (external_id, business, done_at, team, employee, customer_id, customer_name, phone, segment, warranty, sampled, rate,
                        sampling_rule, received_at, region)
                    values (:key, :business, :done, :team, :employee, :customer, '周敏', '1', :segment, false, :sampled, :rate, 'r', :done, :region) returning id""")
                    .param("key", "J-" + random.nextLong()).param("business", any(BUSINESSES)).param("done", done).param("team", maybe(TEAMS))
                    .param("employee", maybe(PEOPLE)).param("customer", customer).param("segment", any(SEGMENTS)).param("sampled", sampled)
                    .param("rate", random.nextInt(6) == 0 ? 0 : 100).param("region", maybe(REGIONS)).query(Long.class).single();
            if (sampled && random.nextInt(12) > 0) {
                String state = any(LINES);
                jdbc.sql("insert into follow_up_call (job_id, state, window_ends_at, attempts) values (:job, :state, :end, :attempts)").param("job", job)
                        .param("state", state).param("end", done.plusDays(14)).param("attempts", state.startsWith("NO_") || state.startsWith("DO_") ? 0 : random.nextInt(3))
                        .update();
            }
            for (int asked = random.nextInt(3); asked > 0; asked--) {
                evaluation(job, done);
            }
        }
    }


    void evaluation(@Nullable Long job, OffsetDateTime done) {
        boolean reached = random.nextInt(4) > 0;
        boolean rated = reached && random.nextInt(5) > 0;
        int grade = random.nextInt(5);
        boolean three = random.nextInt(4) == 0;
        List<String> grades = three ? List.of("GOOD", "FAIR", "POOR") : List.of("EXCELLENT", "GOOD", "FAIR", "PASS", "FAIL");
        String rating = grades.get(grade % grades.size());
        String meaning = List.of("EXCELLENT", "GOOD").contains(rating) ? "SATISFIED" : List.of("FAIL", "POOR").contains(rating) ? "DISSATISFIED" : "NEUTRAL";
        jdbc.sql("""
                insert into evaluation (source_key, via, job_id, campaign_id, business, team, employee, region, segment, done_at, asked_at, reached, scale, rating,
                    meaning, appointment_kept)
                values (:key, :via, :job, :campaign, :business, :team, :employee, :region, :segment, :done, :asked, :reached, :scale, :rating, :meaning, :kept)""")
                .param("key", "CALL:" + random.nextLong()).param("via", any(List.of("PHONE", "PHONE", "PHONE", "SMS", "TRACK", "OUTSIDE"))).param("job", job)
                .param("campaign", random.nextInt(8) == 0 ? 7L : null).param("business", any(BUSINESSES)).param("team", maybe(TEAMS))
                .param("employee", maybe(PEOPLE)).param("region", maybe(REGIONS)).param("segment", any(SEGMENTS)).param("done", done)
                .param("asked", after(done, 14)).param("reached", reached).param("scale", rated ? three ? "GRADE3" : "GRADE5" : null)
                .param("rating", rated ? rating : null).param("meaning", rated ? meaning : null)
                .param("kept", reached && random.nextBoolean() ? random.nextInt(10) > 0 : null).update();
    }

    void evaluations(int count) {
        for (int i = 0; i < count; i++) {
            evaluation(null, moment());
        }
    }

    void cases(int count) {
        List<String> categories = jdbc.sql("select code from category where code like 'gas.service.%'").query(String.class).list();
        for (int i = 0; i < count; i++) {
            OffsetDateTime received = moment();
            String state = any(STATES);
            boolean ended = List.of("REJECTED", "MERGED", "SETTLED_ON_CALL", "CLOSED", "REFERRED_OUT", "WITHDRAWN").contains(state);
            String team = maybe(TEAMS);
            boolean recalled = random.nextInt(3) == 0;
            long id = jdbc.sql("""
                    insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, summary, business, team, teams, handler, area,
                        segment, category, hand_over_count, return_count, reopen_count, verdict, resolved_at, recall_solved, recall_scale, recall_rating, closed_at,
                        repeat_of)
                    values (:number, :state, 'S3', :channel, :received, :received, 'intake', '燃气灶打不着火', :business, :team, :teams, :handler, :area, :segment,
                        :category, :handed, :returned, :reopened, :verdict, :resolved, :solved, :scale, :rating, :closed, (select max(id) from complaint where :repeat))
                    returning id""")
                    .param("number", "FD-" + random.nextInt(Integer.MAX_VALUE) + "-" + ++last).param("state", state).param("channel", any(CHANNELS))
                    .param("received", received).param("business", maybe(BUSINESSES)).param("team", team)
                    .param("teams", team == null && random.nextBoolean() ? new String[0] : new String[] {"repair-1"}).param("handler", maybe(PEOPLE))
                    .param("area", maybe(REGIONS)).param("segment", any(SEGMENTS)).param("category", maybe(categories)).param("handed", random.nextInt(2))
                    .param("returned", random.nextInt(2)).param("reopened", random.nextInt(4) == 0 ? 1 : 0).param("verdict", maybe(VERDICTS))
                    .param("resolved", random.nextBoolean() ? after(received, 20) : null).param("solved", recalled ? random.nextBoolean() : null)
                    .param("scale", recalled ? "GRADE5" : null).param("rating", recalled ? any(List.of("GOOD", "FAIR", "FAIL")) : null)
                    .param("closed", ended ? after(received, 90) : null).param("repeat", random.nextInt(5) == 0).query(Long.class).single();
            for (String kind : List.of("FIRST_CONTACT", "RESOLVE", "PROMISE", "OUTSIDE")) {
                if (random.nextInt(3) > 0) {
                    clock(id, kind, received);
                }
            }
            if (random.nextInt(3) == 0) {
                step(id, received);
            }
            if (random.nextInt(3) == 0) {
                jdbc.sql("insert into case_event (complaint_id, at, actor, kind, data) values (:id, :at, 'handler', 'WAITING', cast(:data as jsonb))").param("id", id)
                        .param("at", after(received, 30)).param("data", "{\"waitingFor\": \"" + any(List.of("CUSTOMER", "THIRD_PARTY")) + "\"}").update();
            }
        }
    }

    void clock(long id, String kind, OffsetDateTime received) {
        String state = any(List.of("RUNNING", "PAUSED", "MET", "MET", "BREACHED", "CANCELLED"));
        OffsetDateTime due = after(received, 40);
        jdbc.sql("""
                insert into case_clock (complaint_id, kind, state, started_at, due_at, critical_at, risk_at, breached_at, paused_minutes)
                values (:id, :kind, :state, :received, :due, :due, :due, :breached, :paused)""").param("id", id).param("kind", kind).param("state", state)
                .param("received", received).param("due", due).param("breached", random.nextBoolean() ? due : null).param("paused", random.nextInt(2) * 60).update();
    }

    private void step(long id, OffsetDateTime received) {
        jdbc.sql("""
                insert into ladder_step (complaint_id, clock, round, level, cause, action, audience, due_at, fired_at)
                values (:id, 'RESOLVE', 1, 1, 'SHARE', :action, 'HOLDER', :at, :at)""").param("id", id)
                .param("action", any(List.of("REMIND", "BREACH", "SUPERVISE", "OUTSIDE_BODY"))).param("at", received).update();
        jdbc.sql("""
                insert into extension_request (complaint_id, clock, asked_by, asked_at, until, reason, decided_at, decision)
                values (:id, 'RESOLVE', 'handler', :at, :at, '等配件', :at, :decision)""").param("id", id).param("at", received)
                .param("decision", any(List.of("APPROVE", "REFUSE"))).update();
    }

    /** Something happens to rows that are there: every kind of change a figure depends on. */
    void change(int times) {
        for (int i = 0; i < times; i++) {
            switch (random.nextInt(12)) {
                case 0 -> some("update service_job set team = :team where id = :id", "service_job");
                case 1 -> some("update service_job set sampled = not sampled, employee = 'leader', region = null where id = :id", "service_job");
                case 2 -> some("update follow_up_call set state = 'EVALUATED', attempts = attempts + 1 where id = :id", "follow_up_call");
                case 3 -> some("update evaluation set reached = not reached, team = :team where id = :id", "evaluation");
                case 4 -> some("delete from evaluation where id = :id", "evaluation");
                case 5 -> some("update evaluation set asked_at = asked_at + interval '20 days', job_id = (select min(id) from service_job) where id = :id", "evaluation");
                case 6 -> some("update complaint set state = 'CLOSED', closed_at = received_at + interval '9 days', verdict = 'UPHELD' where id = :id", "complaint");
                case 7 -> some("update complaint set state = 'MERGED', team = :team where id = :id", "complaint");
                case 8 -> some("update complaint set recall_solved = true, recall_scale = 'GRADE3', recall_rating = 'GOOD', handler = null where id = :id", "complaint");
                case 9 -> some("update case_clock set state = 'BREACHED', due_at = due_at - interval '3 days' where complaint_id = :id", "complaint");
                case 10 -> some("delete from case_clock where complaint_id = :id and kind = 'PROMISE'", "complaint");
                default -> some("delete from follow_up_call where id = :id", "follow_up_call");
            }
        }
    }

    private void some(String sql, String table) {
        Long id = jdbc.sql("select id from " + table + " order by md5(id::text || :salt) limit 1").param("salt", String.valueOf(random.nextInt())).query(Long.class)
                .optional().orElse(null);
        if (id != null) {
            var statement = jdbc.sql(sql).param("id", id);
            (sql.contains(":team") ? statement.param("team", any(TEAMS)) : statement).update();
        }
    }
}
