package org.redress.escalation;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How late the ladder itself is: the time between the moment a step was due and the moment it was taken. */
@Service
public class Punctuality {

    private static final int LAST = 1_000;

    private final JdbcClient jdbc;

    Punctuality(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the last steps of clocks, at most a thousand; durations null where there are none. */
    public record Lateness(int steps, @Nullable Duration median, @Nullable Duration p99, @Nullable Duration worst) {
    }

    public Lateness lateness() {
        return jdbc.sql("""
                select count(*) as steps, percentile_cont(0.5) within group (order by late) as median,
                    percentile_cont(0.99) within group (order by late) as p99, max(late) as worst
                from (select extract(epoch from fired_at - due_at) as late from ladder_step where cause = 'SHARE' order by id desc limit :last) s""")
                .param("last", LAST)
                .query((row, index) -> new Lateness(row.getInt("steps"), seconds(row.getObject("median")), seconds(row.getObject("p99")),
                        seconds(row.getObject("worst"))))
                .single();
    }

    private static @Nullable Duration seconds(@Nullable Object value) {
        return value == null ? null : Duration.ofMillis(Math.round(((Number) value).doubleValue() * 1000));
    }
}
