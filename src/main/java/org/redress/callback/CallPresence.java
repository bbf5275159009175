package org.redress.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When agents were last seen at work, to the minute; shared by all nodes. */
@Component
public class CallPresence {

    private static final Duration EXACT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    CallPresence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void forget() {
        written.clear();
    }

    /** Writes at most once a minute for each agent. */
    public void seen(String username) {
        Instant now = clock.instant();
        Instant last = written.get(username);
        if (last != null && !now.isBefore(last) && now.isBefore(last.plus(EXACT))) {
            return;
        }
        written.put(username, now);
        jdbc.sql("""
                insert into agent_presence (username, seen_at) values (:user, :now)
                on conflict (username) do update set seen_at = excluded.seen_at""")
                .param("user", username).param("now", JobTable.offset(now)).update();
    }
}
