package org.redress.process;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.redress.studio.OpenWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks by the process that opened them. */
@Component
class OpenWorkAdapter implements OpenWork {

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenWorkAdapter(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Load> byProcess() {
        Map<String, Load> loads = new HashMap<>();
        jdbc.sql("""
                select split_part(definition_id, ':', 1) as process, count(*) as tasks, count(*) filter (where due_at < :now) as late
                from open_task where not waiting group by 1""").param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((ResultSet row) -> {
                    loads.put(row.getString("process"), new Load(row.getLong("tasks"), row.getLong("late")));
                });
        return loads;
    }
}
