package org.redress.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The releases (发布记录), in force or not, with their files. Needs the database only, so that the engine's start can ask it. */
@Component
public class ReleaseBook {

    /** Any number, the same on every node: one release at a time. */
    private static final long LOCK = 0x52656c65617365L;

    private final JdbcClient jdbc;
    private final ModelContents contents;

    ReleaseBook(JdbcClient jdbc, ModelContents contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /** Until the transaction ends nobody else, on whatever node, puts models into force. */
    public void alone() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((ResultSet row) -> { });
    }

    /** @return empty only before the first start has come so far */
    public Optional<Release> inForce() {
        return jdbc.sql("select * from model_release where number is not null order by number desc limit 1").query(ReleaseBook::read).optional();
    }

    public Optional<Release> find(long id) {
        return jdbc.sql("select * from model_release where id = ?").param(id).query(ReleaseBook::read).optional();
    }

    /** As {@link #find}, and nobody else decides about it until the transaction ends. */
    Optional<Release> lock(long id) {
        return jdbc.sql("select * from model_release where id = ? for update").param(id).query(ReleaseBook::read).optional();
    }

    public Optional<Release> number(int number) {
        return jdbc.sql("select * from model_release where number = ?").param(number).query(ReleaseBook::read).optional();
    }

    public Optional<Release> ofDeployment(String deployment) {
        return jdbc.sql("select * from model_release where deployment = ?").param(deployment).query(ReleaseBook::read).optional();
    }

    /** Those in which the file came or changed, the newest first. */
    public List<Release> touching(String file) {
        return list("number is not null and id in (select release_id from model_release_file where file = ? and changed) order by number desc", file);
    }

    /** Whether the company has released something itself: from then on its word counts, not what came with the product. */
    public boolean isCompanys() {
        return jdbc.sql("select exists(select from model_release where number is not null and kind <> 'PRODUCT')").query(Boolean.class).single();
    }

    /** All files of the release, whether it came into force or not. */
    public ModelSet files(long id) {
        Map<String, byte[]> files = new HashMap<>();
        jdbc.sql("select f.file, c.content from model_release_file f join model_content c on c.sha256 = f.content where f.release_id = ?").param(id)
                .query((ResultSet row) -> {
                    files.put(row.getString(1), row.getBytes(2));
                });
        return ModelSet.of(files);
    }

    /** Names of the files that it adds to what was in force, or changes. */
    public Set<String> changed(long id) {
        return new TreeSet<>(jdbc.sql("select file from model_release_file where release_id = ? and changed").param(id).query(String.class).list());
    }

    /** Notes that a set which came with the product is in force. Inside the transaction that made the deployment, and {@link #alone}. */
    public void product(String tag, ModelSet set, String deployment, Instant at) {
        Release before = inForce().orElse(null);
        int number = before == null || before.number() == null ? 1 : before.number() + 1;
        long id = jdbc.sql("""
                insert into model_release (number, kind, state, title, version_tag, fingerprint, based_on, asked_by, asked_at, deployment, released_at)
                values (?, 'PRODUCT', 'RELEASED', 'Redress', ?, ?, ?, 'system', ?, ?, ?) returning id""")
                .params(number, tag, ModelContents.fingerprint(set), before == null ? null : before.id(), Timestamp.from(at), deployment, Timestamp.from(at))
                .query(Long.class).single();
        keep(id, set, before == null ? set.files().keySet() : set.differences(files(before.id())));
    }

    /** @param changed names of the files that are not as they were in force */
    void keep(long id, ModelSet set, Set<String> changed) {
        set.files().forEach((file, content) -> jdbc.sql("insert into model_release_file (release_id, file, content, changed) values (?, ?, ?, ?)")
                .params(id, file, contents.store(content), changed.contains(file)).update());
    }

    List<Release> list(String where, Object... params) {
        return jdbc.sql("select * from model_release where " + where).params(params).query(ReleaseBook::read).list();
    }

    private static Release read(ResultSet row, int index) throws SQLException {
        return new Release(row.getLong("id"), row.getObject("number", Integer.class), ReleaseKind.valueOf(row.getString("kind")),
                ReleaseState.valueOf(row.getString("state")), row.getObject("change_id", Long.class), row.getString("title"), row.getString("note"),
                row.getString("version_tag"), row.getString("fingerprint"), row.getObject("based_on", Long.class), row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(), row.getString("decided_by"), moment(row, "decided_at"), row.getString("reason"),
                moment(row, "not_before"), moment(row, "not_after"), row.getString("deployment"), moment(row, "released_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
