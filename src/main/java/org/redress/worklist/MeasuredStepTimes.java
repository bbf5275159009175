package org.redress.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the small table of measured times once a minute: every task that opens asks. */
@Component
class MeasuredStepTimes implements StepTimes {

    private static final Duration AGE = Duration.ofMinutes(1);
    private static final String ANY = "";

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Table kept;

    MeasuredStepTimes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Key(String taskKey, String severity) {
    }

    private record Table(Instant at, Map<Key, StepTime> times) {
    }

    @Override
    public StepTime of(String taskKey, @Nullable String severity, int modelMinutes) {
        Map<Key, StepTime> times = times();
        StepTime own = severity == null ? null : times.get(new Key(taskKey, severity));
        if (own != null && own.samples() >= ENOUGH_OF_SEVERITY) {
            return own;
        }
        StepTime any = times.get(new Key(taskKey, ANY));
        return any != null && any.samples() >= ENOUGH ? any : new StepTime(modelMinutes, modelMinutes, 0);
    }

    private Map<Key, StepTime> times() {
        Table table = kept;
        Instant now = clock.instant();
        if (table == null || now.isBefore(table.at()) || now.isAfter(table.at().plus(AGE))) {
            table = new Table(now, read());
            kept = table;
        }
        return table.times();
    }

    private Map<Key, StepTime> read() {
        Map<Key, StepTime> times = new HashMap<>();
        jdbc.sql("select task_key, severity, samples, p50_minutes, p80_minutes from step_time").query(row -> {
            times.put(new Key(row.getString("task_key"), row.getString("severity")),
                    new StepTime(row.getInt("p50_minutes"), row.getInt("p80_minutes"), row.getInt("samples")));
        });
        return Map.copyOf(times);
    }
}
