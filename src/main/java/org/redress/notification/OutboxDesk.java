package org.redress.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox (发件箱) as an administrator sees it: what waits, what went, what did not arrive and why; and another try. */
@Service
public class OutboxDesk {

    private final JdbcClient jdbc;
    private final Outlets outlets;
    private final MailTransport mail;
    private final MessageSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    OutboxDesk(JdbcClient jdbc, Outlets outlets, MailTransport mail, MessageSettings settings, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.outlets = outlets;
        this.mail = mail;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first. @param before id of the last one seen, null or blank for the first page; @throws Problem 400 when it is no id */
    @Transactional(readOnly = true)
    public Slice<OutboxRow> list(OutboxFilter filter, @Nullable String before, int limit) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        want(where, values, "m.state = ?", filter.state() == null ? null : filter.state().name());
        want(where, values, "m.template = ?", filter.template());
        want(where, values, "m.case_number = ?", filter.caseNumber());
        want(where, values, "? in (m.username, m.address, m.name, m.outlet)", filter.to());
        want(where, values, "m.id < ?", Bell.id(before));
        values.add(limit + 1);
        var rows = jdbc.sql("""
                select m.*, coalesce(m.trouble, case when m.state = 'WAITING' then o.trouble end) as why, coalesce(m.detail, o.detail) as words
                  from message m left join outlet o on o.code = m.outlet and m.state = 'WAITING'"""
                + (where.isEmpty() ? "" : " where " + String.join(" and ", where)) + " order by m.id desc limit ?")
                .params(values).query(OutboxDesk::row).list();
        return Slice.of(rows, limit, row -> String.valueOf(row.id()));
    }

    @Transactional(readOnly = true)
    public OutboxCounts counts() {
        var midnight = LocalDate.ofInstant(clock.instant(), clock.getZone()).atStartOfDay(clock.getZone()).toInstant();
        return jdbc.sql("""
                select (select count(*) from message where state = 'WAITING') as waiting,
                       (select count(*) from message where state = 'UNDELIVERABLE') as undeliverable,
                       (select count(*) from message where state = 'SENT' and sent_at >= ?) as sent""").param(Timestamp.from(midnight))
                .query((row, index) -> new OutboxCounts(row.getLong("waiting"), row.getLong("undeliverable"), row.getLong("sent"))).single();
    }

    /** Ways out whose other side is away. */
    @Transactional(readOnly = true)
    public List<OutletTrouble> failing() {
        return outlets.failing();
    }

    /** Whether mails can leave at all. */
    public boolean hasMailServer() {
        return mail.hasServer();
    }

    /** Whether what is not urgent waits for the morning just now. */
    public boolean quiet() {
        return settings.quietAt(clock.instant().atZone(clock.getZone()).toLocalTime());
    }

    /** An undeliverable message is tried once more, from the beginning. @throws Problem 409 when it is not undeliverable (any more) */
    @Transactional
    public void retry(long id) {
        if (again("id = ?", List.of(id)) == 0) {
            throw Problem.conflict("notification.problem.notUndeliverable");
        }
        audit.record("RETRY", "MESSAGE", String.valueOf(id), Map.of());
    }

    /** Every undeliverable message of the filter; they go at the allowed pace. @return how many */
    @Transactional
    public int retryAll(OutboxFilter filter) {
        var where = new ArrayList<>(List.of("true"));
        var values = new ArrayList<Object>();
        want(where, values, "template = ?", filter.template());
        want(where, values, "case_number = ?", filter.caseNumber());
        want(where, values, "? in (username, address, name, outlet)", filter.to());
        int count = again(String.join(" and ", where), values);
        audit.record("RETRY", "MESSAGE", "*", Map.of("count", count));
        return count;
    }

    /** Does not wait until the rest of a way out is over. @throws Problem 404 for none */
    @Transactional
    public void wake(String outlet) {
        if (!outlets.wake(outlet)) {
            throw Problem.notFound("notification.problem.channel", outlet);
        }
    }

    private int again(String which, List<Object> values) {
        var all = new ArrayList<Object>(List.of(now(), now()));
        all.addAll(values);
        return jdbc.sql("""
                update message set state = 'WAITING', waiting_since = ?, next_at = ?, attempts = 0, tried_first = null, trouble = null, detail = null
                 where state = 'UNDELIVERABLE' and\s""" + which).params(all).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static void want(List<String> where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            values.add(value);
        }
    }

    private static OutboxRow row(ResultSet row, int index) throws SQLException {
        var why = row.getString("why");
        return new OutboxRow(row.getLong("id"), row.getString("key"), row.getString("outlet"), row.getString("template"), row.getString("username"),
                row.getString("name"), row.getString("address"), row.getString("phone"), row.getString("case_number"), row.getBoolean("urgent"),
                MessageState.valueOf(row.getString("state")), row.getTimestamp("created_at").toInstant(), row.getTimestamp("next_at").toInstant(),
                row.getInt("attempts"), instant(row.getTimestamp("sent_at")), why == null ? null : Trouble.valueOf(why), row.getString("words"),
                row.getString("subject"), row.getString("body"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
