package org.redress.studio;

import static org.redress.studio.ChangeTable.offset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of model_draft. */
@Repository
class DraftTable {

    private static final String SELECT = "select * from model_draft where change_id = ? ";

    private final JdbcClient jdbc;

    DraftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Draft> of(long change) {
        return jdbc.sql(SELECT + "order by file").param(change).query(DraftTable::draft).list();
    }

    Optional<Draft> find(long change, String file) {
        return jdbc.sql(SELECT + "and file = ?").params(change, file).query(DraftTable::draft).optional();
    }

    /** The first revision, held by nobody. @return whether the change did not have the file */
    boolean add(long change, String file, @Nullable String base, @Nullable String content, String by, Instant at) {
        return jdbc.sql("""
                insert into model_draft (change_id, file, base, content, revision, changed_by, changed_at) values (?, ?, ?, ?, 1, ?, ?)
                on conflict do nothing""").params(change, file, base, content, by, offset(at)).update() == 1;
    }

    void write(long change, String file, @Nullable String content, int revision, String by, Instant at) {
        jdbc.sql("update model_draft set content = ?, revision = ?, changed_by = ?, changed_at = ? where change_id = ? and file = ?")
                .params(content, revision, by, offset(at), change, file).update();
    }

    void hold(long change, String file, @Nullable String by, @Nullable Instant until) {
        jdbc.sql("update model_draft set held_by = ?, held_until = ? where change_id = ? and file = ?")
                .params(by, until == null ? null : offset(until), change, file).update();
    }

    void base(long change, String file, @Nullable String base) {
        jdbc.sql("update model_draft set base = ? where change_id = ? and file = ?").params(base, change, file).update();
    }

    void remove(long change, String file) {
        jdbc.sql("delete from model_draft_version where change_id = ? and file = ?").params(change, file).update();
        jdbc.sql("delete from model_draft where change_id = ? and file = ?").params(change, file).update();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        OffsetDateTime until = row.getObject("held_until", OffsetDateTime.class);
        return new Draft(row.getLong("change_id"), row.getString("file"), row.getString("base"), row.getString("content"), row.getInt("revision"),
                row.getString("changed_by"), row.getObject("changed_at", OffsetDateTime.class).toInstant(), row.getString("held_by"),
                until == null ? null : until.toInstant());
    }
}
