package org.redress.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.redress.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The webhook channels of the company. */
@Repository
class WebhookStore {

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WebhookChannel> find(String code) {
        return jdbc.sql("select * from webhook_channel where code = ?").param(code).query(WebhookStore::channel).optional();
    }

    List<WebhookChannel> all() {
        return jdbc.sql("select * from webhook_channel order by code").query(WebhookStore::channel).list();
    }

    List<String> subscribedTo(String template) {
        return jdbc.sql("select code from webhook_channel where active and ? = any(templates) order by code").param(template)
                .query(String.class).list();
    }

    /** With its way out. @return whether the code was free */
    boolean add(WebhookChannel channel) {
        boolean free = jdbc.sql("""
                insert into webhook_channel (code, name_en, name_zh, url, shape, body, secret, language, templates, per_minute, active)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(channel.code(), channel.name().en(), channel.name().zh(), channel.url(), channel.shape().name(), channel.body(),
                        channel.secret(), channel.language(), channel.templates().toArray(String[]::new), channel.perMinute(), channel.active())
                .update() == 1;
        jdbc.sql("insert into outlet (code) values (?) on conflict do nothing").param(Outlets.hook(channel.code())).update();
        return free;
    }

    /** @return whether it was still the version the person saw */
    boolean change(WebhookChannel channel) {
        return jdbc.sql("""
                update webhook_channel set name_en = ?, name_zh = ?, url = ?, shape = ?, body = ?, secret = ?, language = ?, templates = ?,
                       per_minute = ?, active = ?, version = version + 1
                 where code = ? and version = ?""")
                .params(channel.name().en(), channel.name().zh(), channel.url(), channel.shape().name(), channel.body(), channel.secret(),
                        channel.language(), channel.templates().toArray(String[]::new), channel.perMinute(), channel.active(),
                        channel.code(), channel.version())
                .update() == 1;
    }

    private static WebhookChannel channel(ResultSet row, int index) throws SQLException {
        return new WebhookChannel(row.getString("code"), new Bilingual(row.getString("name_en"), row.getString("name_zh")), row.getString("url"),
                WebhookShape.valueOf(row.getString("shape")), row.getString("body"), row.getString("secret"), row.getString("language"),
                List.of((String[]) row.getArray("templates").getArray()), row.getInt("per_minute"), row.getBoolean("active"),
                row.getInt("version"));
    }
}
