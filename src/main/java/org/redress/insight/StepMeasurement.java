package org.redress.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.redress.deadline.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Measures how long steps take, from the newest visits in the paths of cases: working minutes from the opening of a step to its end, around
 * the clock for cases whose clocks run so.
 */
@Component
class StepMeasurement {

    /** Newer ones tell more of tomorrow than older ones. */
    private static final int NEWEST = 5_000;
    private static final Duration SINCE = Duration.ofDays(180);
    private static final String ANY = "";

    private final JdbcClient jdbc;
    private final Hours hours;

    StepMeasurement(JdbcClient jdbc, Hours hours) {
        this.jdbc = jdbc;
        this.hours = hours;
    }

    @Transactional
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    public void run() {
        steps().forEach(this::measure);
    }

    /** Every step that was ever done, one jump along the index each. */
    private List<String> steps() {
        return jdbc.sql("""
                with recursive step as (
                    select min(element_id) as id from case_path where left_at is not null and not canceled and element_id >= 'userTask_'
                    union all
                    select (select min(p.element_id) from case_path p where p.left_at is not null and not p.canceled and p.element_id > step.id)
                    from step where step.id is not null)
                select id from step where id like 'userTask\\_%'""").query(String.class).list();
    }

    private void measure(String step) {
        Map<String, List<Integer>> minutes = new TreeMap<>();
        jdbc.sql("""
                select c.severity, p.entered_at, p.left_at
                from (select * from case_path where element_id = :step and left_at > :since and not canceled order by left_at desc limit :newest) p
                join complaint c on c.id = p.complaint_id""")
                .param("step", step).param("since", BoardMarks.at(hours.now().minus(SINCE))).param("newest", NEWEST)
                .query(row -> {
                    String severity = row.getString("severity");
                    Instant entered = BoardRows.moment(row, "entered_at");
                    boolean around = Severity.valueOf(severity).aroundTheClock();
                    int took = (int) (hours.minutes(BoardRows.moment(row, "left_at"), around) - hours.minutes(entered, around));
                    minutes.computeIfAbsent(ANY, unused -> new ArrayList<>()).add(took);
                    minutes.computeIfAbsent(severity, unused -> new ArrayList<>()).add(took);
                });
        jdbc.sql("delete from step_time where task_key = :step").param("step", step).update();
        minutes.forEach((severity, all) -> {
            List<Integer> sorted = all.stream().sorted().toList();
            jdbc.sql("""
                    insert into step_time (task_key, severity, samples, p50_minutes, p80_minutes, measured_at)
                    values (:step, :severity, :samples, :p50, :p80, :now)""")
                    .param("step", step).param("severity", severity).param("samples", sorted.size()).param("p50", percentile(sorted, 50))
                    .param("p80", percentile(sorted, 80)).param("now", BoardMarks.at(hours.now())).update();
        });
    }

    /** The smallest value that at least so many percent do not exceed. */
    private static int percentile(List<Integer> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }
}
