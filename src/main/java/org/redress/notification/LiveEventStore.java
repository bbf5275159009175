package org.redress.notification;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.redress.shared.LivePageEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The events of the last minutes, for browsers that lost the stream, and the word to every node that there are new ones. */
@Repository
class LiveEventStore {

    static final String CHANNEL = "redress_live";
    static final Duration KEPT = Duration.ofMinutes(10);

    private static final int REPLAYED_AT_MOST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    LiveEventStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One statement for all that a transaction has to tell; PostgreSQL passes it on when, and only if, it commits. */
    void write(Collection<LivePageEvent> events) {
        jdbc.sql("""
                with written as (
                    insert into live_event (at, topic, ref, version)
                    select ?, topic, ref, version from unnest(?, ?, ?) as e(topic, ref, version)
                    returning id, topic, ref, version
                )
                select pg_notify(?, id || '|' || topic || '|' || version || '|' || ref) from written order by id""")
                .param(Timestamp.from(clock.instant()))
                .param(events.stream().map(LivePageEvent::topic).toArray(String[]::new))
                .param(events.stream().map(LivePageEvent::ref).toArray(String[]::new))
                .param(events.stream().map(LivePageEvent::version).toArray(Integer[]::new))
                .param(CHANNEL)
                .query((ResultSet row) -> { });
    }

    /** What came after the id on the topics, the oldest first. */
    List<LiveEvent> after(long id, Set<String> addresses) {
        return jdbc.sql("""
                select id, topic, ref, version from live_event
                 where id > ? and at >= ? and (topic || ':' || ref = any(?) or topic || ':*' = any(?))
                 order by id limit ?""")
                .param(id).param(Timestamp.from(clock.instant().minus(KEPT)))
                .param(addresses.toArray(String[]::new)).param(addresses.toArray(String[]::new)).param(REPLAYED_AT_MOST)
                .query((row, index) -> new LiveEvent(row.getLong("id"), row.getString("topic"), row.getString("ref"), row.getInt("version")))
                .list();
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1M")
    void purge() {
        jdbc.sql("delete from live_event where at < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
    }
}
