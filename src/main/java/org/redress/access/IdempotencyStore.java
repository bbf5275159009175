package org.redress.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The first answers, kept for a week. */
@Repository
class IdempotencyStore {

    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the key for this transaction; waits while another transaction holds it.
     *
     * @return false when there is an answer already
     */
    boolean take(String actor, String key, String bodyHash) {
        return jdbc.sql("""
                insert into idempotency_key (actor, key, body_hash, status, at) values (?, ?, ?, 0, ?)
                on conflict do nothing""")
                .param(actor).param(key).param(bodyHash).param(Timestamp.from(clock.instant())).update() == 1;
    }

    Optional<FirstAnswer> find(String actor, String key) {
        return jdbc.sql("select * from idempotency_key where actor = ? and key = ?").param(actor).param(key)
                .query((row, index) -> new FirstAnswer(row.getString("body_hash"), row.getInt("status"), row.getString("media_type"),
                        row.getString("location"), row.getString("answer")))
                .optional();
    }

    void keep(String actor, String key, FirstAnswer answer) {
        jdbc.sql("""
                insert into idempotency_key (actor, key, body_hash, status, media_type, location, answer, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (actor, key) do update set status = excluded.status, media_type = excluded.media_type,
                   location = excluded.location, answer = excluded.answer
                 where idempotency_key.status = 0""")
                .param(actor).param(key).param(answer.bodyHash()).param(answer.status()).param(answer.mediaType())
                .param(answer.location()).param(answer.answer()).param(Timestamp.from(clock.instant())).update();
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void purge() {
        jdbc.sql("delete from idempotency_key where at < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
    }
}
