package org.redress.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;

import org.redress.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs and what was asked about them, written straight into the tables. */
final class ReportData {

    static final List<String> TEAMS = List.of("repair-1", "repair-2", "hall-1");
    private static final List<String> GRADES = List.of("EXCELLENT", "GOOD", "GOOD", "GOOD", "FAIR", "FAIL");

    private final JdbcClient jdbc;
    private final Random random = new Random(9);
    private int last;

    ReportData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Jobs of the days, most of them called, some rated. */
    void month(LocalDate first, int jobs) {
        long customer = jdbc.sql("insert into customer (account, name) values (:account, 'Li Na') returning id").param("account", "R" + first).query(Long.class).single();
        for (int i = 0; i < jobs; i++) {
            last++;
            OffsetDateTime done = first.plusDays(random.nextInt(27)).atTime(10, 0).atZone(MovableClock.ZONE).toOffsetDateTime();
            String team = TEAMS.get(random.nextInt(TEAMS.size()));
            boolean reached = random.nextInt(5) > 0;
            String grade = reached && random.nextInt(4) > 0 ? GRADES.get(random.nextInt(GRADES.size())) : null;
            long job = jdbc.sql("""
                    insert into service_job (external_id, business, done_at, team, employee, customer_id, customer_name, sampled, rate, sampling_rule, received_at, region)
                    values (:number, 'REPAIR', :done, :team, :employee, :customer, '=1+1', true, 100, 'test', :done, 'Longgang') returning id""")
                    .param("number", "REP-" + last).param("done", done).param("team", team).param("employee", team.equals("repair-1") ? "handler" : null)
                    .param("customer", customer).query(Long.class).single();
            long call = jdbc.sql("insert into follow_up_call (job_id, state, window_ends_at, attempts, closed_at) values (:job, :state, :end, 1, :asked) returning id")
                    .param("job", job).param("state", reached ? "EVALUATED" : "NOT_REACHED").param("end", done.plusDays(14)).param("asked", done.plusDays(1))
                    .query(Long.class).single();
            jdbc.sql("""
                    insert into evaluation (source_key, via, job_id, call_id, business, team, employee, region, done_at, asked_at, reached, answered_at, scale, rating, meaning, suggestion)
                    values (:key, 'PHONE', :job, :call, 'REPAIR', :team, :employee, 'Longgang', :done, :asked, :reached, case when :reached then cast(:asked as timestamptz) end,
                        case when cast(:grade as text) is null then null else 'GRADE5' end, :grade,
                        (select meaning from scale_grade where scale = 'GRADE5' and code = :grade), '=HYPERLINK("http://x")')""")
                    .param("key", "CALL:" + call).param("job", job).param("call", call).param("team", team).param("employee", team.equals("repair-1") ? "handler" : null)
                    .param("done", done).param("asked", done.plusDays(1)).param("reached", reached).param("grade", grade).update();
        }
    }
}
