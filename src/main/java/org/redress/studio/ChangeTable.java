package org.redress.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of model_change. */
@Repository
class ChangeTable {

    private static final String SELECT = """
            select c.*, (select count(*) from model_draft d where d.change_id = c.id) as files from model_change c\s""";

    private final JdbcClient jdbc;

    ChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Change> find(long id) {
        return jdbc.sql(SELECT + "where c.id = ?").param(id).query(ChangeTable::change).optional();
    }

    List<Change> list(Set<ChangeState> states, int most) {
        return jdbc.sql(SELECT + "where c.state in (:states) order by c.changed_at desc, c.id desc limit :most")
                .param("states", states.stream().map(Enum::name).collect(Collectors.toSet())).param("most", most).query(ChangeTable::change).list();
    }

    long add(String title, String by, Instant at) {
        return jdbc.sql("insert into model_change (title, created_by, created_at, changed_at) values (:title, :by, :at, :at) returning id")
                .param("title", title).param("by", by).param("at", offset(at)).query(Long.class).single();
    }

    /** Its state cannot change before the running transaction ends. */
    Optional<ChangeState> lock(long id) {
        return jdbc.sql("select state from model_change where id = ? for update").param(id).query(String.class).optional().map(ChangeState::valueOf);
    }

    void touch(long id, Instant at) {
        jdbc.sql("update model_change set changed_at = ? where id = ?").params(offset(at), id).update();
    }

    void rename(long id, String title, String note, Instant at) {
        jdbc.sql("update model_change set title = ?, note = ?, changed_at = ? where id = ?").params(title, note, offset(at), id).update();
    }

    /** @return whether it was in the state */
    boolean move(long id, ChangeState from, ChangeState to, Instant at) {
        return jdbc.sql("update model_change set state = ?, changed_at = ? where id = ? and state = ?").params(to.name(), offset(at), id, from.name()).update() == 1;
    }

    static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(row.getLong("id"), row.getString("title"), row.getString("note"), ChangeState.valueOf(row.getString("state")), row.getInt("files"),
                row.getString("created_by"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
