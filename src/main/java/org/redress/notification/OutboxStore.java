package org.redress.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages out of the outbox to be sent and notes what came of it. A message belongs to whoever holds its lease, as long as it lasts. */
@Repository
class OutboxStore {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() { };
    private static final int BATCH = 20;

    private final JdbcClient jdbc;
    private final Outlets outlets;
    private final MessageSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    OutboxStore(JdbcClient jdbc, Outlets outlets, MessageSettings settings, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.outlets = outlets;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** What may go this way now, urgent ones first; nobody else has any of them. */
    @Transactional
    public List<Outgoing> claim(String outlet, int perMinute, boolean quiet) {
        int allowed = outlets.allowance(outlet, perMinute, BATCH);
        if (allowed == 0) {
            return List.of();
        }
        var now = clock.instant();
        var claimed = jdbc.sql("""
                with next as (
                    select id from message
                     where outlet = :outlet and state = 'WAITING' and (urgent or not :quiet)
                       and (next_at <= :now or next_at > :beyondRetry)
                       and (leased_until is null or leased_until <= :now or leased_until > :beyondLease)
                     order by urgent desc, next_at, id limit :allowed for update skip locked
                )
                update message m set lease = :lease, leased_until = :until, attempts = attempts + 1, tried_first = coalesce(tried_first, :now)
                  from next where m.id = next.id returning m.*""")
                .param("outlet", outlet).param("quiet", quiet).param("allowed", allowed).param("lease", UUID.randomUUID().toString())
                .param("now", Timestamp.from(now)).param("until", Timestamp.from(now.plus(settings.lease())))
                .param("beyondRetry", Timestamp.from(now.plus(settings.longestRetry())))
                .param("beyondLease", Timestamp.from(now.plus(Outlets.beyondLease())))
                .query(this::outgoing).list();
        outlets.giveBack(outlet, allowed - claimed.size());
        return claimed.stream().sorted((one, other) -> one.urgent() == other.urgent() ? Long.compare(one.id(), other.id()) : one.urgent() ? -1 : 1)
                .toList();
    }

    /** @return false when the lease ran out meanwhile and another node has it */
    boolean sent(Outgoing message, String subject, String body) {
        return jdbc.sql("""
                update message set state = 'SENT', sent_at = ?, subject = ?, body = ?, lease = null, leased_until = null, trouble = null, detail = null
                 where id = ? and lease = ?""")
                .params(Timestamp.from(clock.instant()), subject, body, message.id(), message.lease()).update() == 1;
    }

    /** It is tried again, unless it was tried for long enough. */
    void later(Outgoing message, Outcome outcome, Instant nextAt) {
        boolean over = !message.triedFirst().plus(settings.giveUp()).isAfter(clock.instant());
        put(message, outcome, over ? MessageState.UNDELIVERABLE : MessageState.WAITING, nextAt);
    }

    void never(Outgoing message, Outcome outcome) {
        put(message, outcome, MessageState.UNDELIVERABLE, clock.instant());
    }

    private void put(Outgoing message, Outcome outcome, MessageState state, Instant nextAt) {
        var trouble = outcome.trouble();
        jdbc.sql("""
                update message set state = ?, next_at = ?, lease = null, leased_until = null, trouble = ?, detail = ?
                 where id = ? and lease = ?""")
                .params(state.name(), Timestamp.from(nextAt), trouble == null ? null : trouble.name(), outcome.detail(), message.id(), message.lease())
                .update();
    }

    /** It was taken and not tried. */
    void release(Outgoing message) {
        jdbc.sql("""
                update message set lease = null, leased_until = null, attempts = attempts - 1,
                       tried_first = case when attempts = 1 then null else tried_first end
                 where id = ? and lease = ?""").params(message.id(), message.lease()).update();
    }

    /** What waited behind a way out that was away for too long is undeliverable, for the reason of the way out. @return how many */
    int giveUp(String outlet) {
        return jdbc.sql("""
                update message m set state = 'UNDELIVERABLE', trouble = o.trouble, detail = o.detail, lease = null, leased_until = null
                  from outlet o
                 where o.code = :outlet and m.outlet = o.code and m.state = 'WAITING' and o.failing_since is not null
                   and greatest(m.waiting_since, o.failing_since) <= :before and (m.leased_until is null or m.leased_until <= :now)""")
                .param("outlet", outlet).param("before", Timestamp.from(clock.instant().minus(settings.giveUp())))
                .param("now", Timestamp.from(clock.instant())).update();
    }

    /** Forgets what was sent long ago, some thousands at once. @return how many */
    int forget() {
        return jdbc.sql("""
                delete from message where id in (select id from message where state = 'SENT' order by id limit 5000) and created_at < ?""")
                .param(Timestamp.from(clock.instant().minus(settings.keep()))).update();
    }

    private Outgoing outgoing(ResultSet row, int index) throws SQLException {
        try {
            return new Outgoing(row.getLong("id"), row.getString("key"), row.getString("outlet"), row.getString("template"), row.getString("username"),
                    row.getString("name"), row.getString("address"), row.getString("language"), json.readValue(row.getString("filled"), VALUES),
                    row.getString("case_number"), row.getBoolean("urgent"), row.getTimestamp("created_at").toInstant(), row.getInt("attempts"),
                    row.getTimestamp("tried_first").toInstant(), row.getString("lease"), row.getTimestamp("leased_until").toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Message " + row.getLong("id") + " cannot be read", e);
        }
    }
}
