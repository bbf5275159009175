package org.redress.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ways out of the house, shared by all nodes. Each has an allowance of so many messages a minute, and rests when its other side is
 * away: then one message a time tries whether it is back, and the rest of them do not even begin. Moments further ahead than we ever set are
 * left over from a clock that was set back, and do not count.
 */
@Repository
class Outlets {

    static final String MAIL = "mail";
    static final String BELL = "bell";

    private static final String HOOK = "hook:";
    private static final double BURST_MINUTES = 1 / 6.0;

    /** A node that died while it tried whether the other side is back holds up the others for so long. */
    private static final Duration PROBE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final MessageSettings settings;
    private final Backoff backoff;
    private final Clock clock;

    Outlets(JdbcClient jdbc, MessageSettings settings, Backoff backoff, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.backoff = backoff;
        this.clock = clock;
    }

    static String hook(String channelCode) {
        return HOOK + channelCode;
    }

    static boolean isHook(String outlet) {
        return outlet.startsWith(HOOK);
    }

    static String channel(String outlet) {
        return outlet.substring(HOOK.length());
    }

    /** Ways out that do not rest and have something to carry. */
    List<String> busy(boolean quiet) {
        var now = clock.instant();
        return jdbc.sql("""
                select o.code from outlet o
                 where (o.paused_until is null or o.paused_until <= :now or o.paused_until > :beyondPause)
                   and exists (select 1 from message m
                                where m.outlet = o.code and m.state = 'WAITING' and (m.urgent or not :quiet)
                                  and (m.next_at <= :now or m.next_at > :beyondRetry)
                                  and (m.leased_until is null or m.leased_until <= :now or m.leased_until > :beyondLease))
                 order by not exists (select 1 from message m where m.outlet = o.code and m.state = 'WAITING' and m.urgent), random()""")
                .param("now", Timestamp.from(now)).param("quiet", quiet)
                .param("beyondPause", Timestamp.from(now.plus(longestPause()))).param("beyondRetry", Timestamp.from(now.plus(settings.longestRetry())))
                .param("beyondLease", Timestamp.from(now.plus(beyondLease())))
                .query(String.class).list();
    }

    /**
     * Takes from the allowance; the row stays locked until the transaction ends, and another node passes by meanwhile.
     *
     * @param perMinute allowance
     * @return how many messages may go now: 0 while it rests or another node holds it, 1 to try whether the other side is back
     */
    int allowance(String outlet, int perMinute, int most) {
        var now = clock.instant();
        var row = jdbc.sql("select tokens, refilled_at, failures, paused_until from outlet where code = ? for update skip locked").param(outlet)
                .query((line, index) -> new Row(line.getObject("tokens") == null ? null : line.getDouble("tokens"), instant(line.getTimestamp("refilled_at")),
                        line.getInt("failures"), instant(line.getTimestamp("paused_until")))).optional().orElse(null);
        if (row == null || row.rests(now, now.plus(longestPause()))) {
            return 0;
        }
        double tokens = row.refilled(now, perMinute, Math.max(1, perMinute * BURST_MINUTES));
        int taken = Math.min((int) tokens, row.failures() > 0 ? 1 : most);
        jdbc.sql("update outlet set tokens = ?, refilled_at = ?, paused_until = ? where code = ?")
                .params(tokens - taken, Timestamp.from(now), taken > 0 && row.failures() > 0 ? Timestamp.from(now.plus(PROBE)) : null, outlet).update();
        return taken;
    }

    /** Allowance that was taken and not used. */
    void giveBack(String outlet, int messages) {
        if (messages > 0) {
            jdbc.sql("update outlet set tokens = tokens + ? where code = ?").params(messages, outlet).update();
        }
    }

    /** The other side takes messages: what waited goes, at the allowed pace. */
    void healthy(String outlet) {
        jdbc.sql("""
                update outlet set failures = 0, failing_since = null, paused_until = null, trouble = null, detail = null
                 where code = ? and (failures > 0 or trouble is not null)""").param(outlet).update();
    }

    /** The other side is away, or takes nothing from us: nothing is tried for a while, longer each time. */
    @Transactional
    public void away(String outlet, Trouble trouble, String detail, @Nullable Duration wait) {
        var now = clock.instant();
        int failures = jdbc.sql("select failures from outlet where code = ? for update").param(outlet).query(Integer.class).optional().orElse(0) + 1;
        var rest = backoff.after(failures, settings.longestPause());
        if (wait != null && wait.compareTo(rest) > 0) {
            rest = wait.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : wait;
        }
        jdbc.sql("""
                update outlet set failures = ?, failing_since = coalesce(failing_since, ?), paused_until = ?, trouble = ?, detail = ?
                 where code = ?""")
                .params(failures, Timestamp.from(now), Timestamp.from(now.plus(rest)), trouble.name(), detail, outlet).update();
    }

    /** Ends the rest, at the wish of a person: one message tries whether the other side is back. */
    boolean wake(String outlet) {
        return jdbc.sql("update outlet set paused_until = null where code = ?").param(outlet).update() == 1;
    }

    /** Ends a rest that was for want of a mail server. */
    void mailServerIsThere() {
        jdbc.sql("update outlet set paused_until = null where code = ? and trouble = ?").params(MAIL, Trouble.NO_MAIL_SERVER.name()).update();
    }

    /** Those whose other side is away. */
    List<OutletTrouble> failing() {
        return jdbc.sql("""
                select o.*, (select count(*) from message m where m.outlet = o.code and m.state = 'WAITING') as waiting
                  from outlet o where o.failures > 0 order by o.code""")
                .query((row, index) -> new OutletTrouble(row.getString("code"), Trouble.valueOf(row.getString("trouble")), row.getString("detail"),
                        row.getTimestamp("failing_since").toInstant(), instant(row.getTimestamp("paused_until")), row.getLong("waiting"))).list();
    }

    /** How far ahead a lease may lie; beyond, the clock was set back meanwhile. */
    static Duration beyondLease() {
        return Duration.ofHours(1);
    }

    private Duration longestPause() {
        return settings.longestPause().compareTo(PROBE) > 0 ? settings.longestPause() : PROBE;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private record Row(@Nullable Double tokens, @Nullable Instant refilledAt, int failures, @Nullable Instant pausedUntil) {

        boolean rests(Instant now, Instant beyond) {
            return pausedUntil != null && pausedUntil.isAfter(now) && !pausedUntil.isAfter(beyond);
        }

        double refilled(Instant now, int perMinute, double burst) {
            if (tokens == null || refilledAt == null) {
                return burst;
            }
            double since = Math.max(0, Duration.between(refilledAt, now).toMillis() / 60_000.0);
            return Math.min(burst, tokens + since * perMinute);
        }
    }
}
