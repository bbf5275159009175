package org.redress.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far a derived table has read its source. Numbers are handed out before their transactions commit, so what was seen last is read again
 * until every transaction of that time must have ended.
 */
@Component
class BoardMarks {

    /** Longer than any transaction may take. */
    private static final Duration SETTLES = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    BoardMarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }


    /** Ids above this one are to be read. Nobody else reads for the same table until the transaction ends. */
    long from(String name) {
        jdbc.sql("insert into board_mark (name) values (:name) on conflict do nothing").param("name", name).update();
        return jdbc.sql("select done from board_mark where name = :name for update").param("name", name).query(Long.class).single();
    }

    /** As {@link #from(String)}, from the beginning where the table was made with another version of what it is made with. */
    long from(String name, int version) {
        from(name);
        jdbc.sql("update board_mark set done = 0, seen = 0, seen_at = null, version = :version where name = :name and version <> :version")
                .param("name", name).param("version", version).update();
        return from(name);
    }

    /** @param last the highest id that was read */
    void read(String name, long last) {
        Instant now = clock.instant();
        jdbc.sql("""
                update board_mark set done = case when seen_at <= :settled then seen else done end,
                    seen = case when seen_at is null or seen_at <= :settled then :last else seen end,
                    seen_at = case when seen_at is null or seen_at <= :settled then cast(:now as timestamptz) else seen_at end
                where name = :name""")
                .param("name", name).param("last", last).param("now", at(now)).param("settled", at(now.minus(SETTLES))).update();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
