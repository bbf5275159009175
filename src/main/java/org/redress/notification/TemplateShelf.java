package org.redress.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that the company changed. */
@Repository
class TemplateShelf {

    private final JdbcClient jdbc;
    private final Clock clock;

    TemplateShelf(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<TemplateText> text(String code, String language) {
        return jdbc.sql("select subject, body from message_template where code = ? and language = ?").param(code).param(language)
                .query((row, index) -> new TemplateText(row.getString("subject"), row.getString("body"))).optional();
    }

    /** All of them, by {@code code/language}. */
    Map<String, Changed> all() {
        var all = new HashMap<String, Changed>();
        jdbc.sql("select * from message_template").query(row -> {
            all.put(row.getString("code") + "/" + row.getString("language"),
                    new Changed(new TemplateText(row.getString("subject"), row.getString("body")), row.getString("changed_by"),
                            row.getTimestamp("changed_at").toInstant(), row.getInt("version")));
        });
        return all;
    }

    /** @param seen version the person changed, 0 for the shipped text; @return whether it was still that */
    boolean save(String code, String language, TemplateText text, String by, int seen) {
        var now = Timestamp.from(clock.instant());
        if (seen == 0) {
            return jdbc.sql("""
                    insert into message_template (code, language, subject, body, changed_by, changed_at, version)
                    values (?, ?, ?, ?, ?, ?, 1) on conflict do nothing""")
                    .params(code, language, text.subject(), text.body(), by, now).update() == 1;
        }
        return jdbc.sql("""
                update message_template set subject = ?, body = ?, changed_by = ?, changed_at = ?, version = version + 1
                 where code = ? and language = ? and version = ?""")
                .params(text.subject(), text.body(), by, now, code, language, seen).update() == 1;
    }

    void remove(String code, String language) {
        jdbc.sql("delete from message_template where code = ? and language = ?").param(code).param(language).update();
    }

    /** @param version counts up with each change, from 1 */
    record Changed(TemplateText text, String by, Instant at, int version) {
    }
}
