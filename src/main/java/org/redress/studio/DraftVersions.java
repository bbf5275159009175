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

/** Rows of model_draft_version. */
@Repository
class DraftVersions {

    private static final String SELECT = "select * from model_draft_version where change_id = ? and file = ? ";

    private final JdbcClient jdbc;

    DraftVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DraftVersion> of(long change, String file) {
        return jdbc.sql(SELECT + "order by id desc").params(change, file).query(DraftVersions::version).list();
    }

    Optional<DraftVersion> find(long change, String file, long id) {
        return jdbc.sql(SELECT + "and id = ?").params(change, file, id).query(DraftVersions::version).optional();
    }

    /** The draft as it is now: a version of its own, or in place of the author's last one by the way. */
    void note(Draft draft, String by, Instant at, boolean keep) {
        int replaced = keep ? 0 : jdbc.sql("""
                update model_draft_version set revision = ?, content = ?, saved_at = ?
                where id = (select id from model_draft_version where change_id = ? and file = ? and not aside order by id desc limit 1)
                  and author = ? and not kept and begun_at > ?""")
                .params(draft.revision(), draft.content(), offset(at), draft.change(), draft.file(), by, offset(at.minus(Drafts.ONE_VERSION))).update();
        if (replaced == 0) {
            add(draft.change(), draft.file(), draft.revision(), draft.content(), by, at, keep, false);
        }
    }

    /** The version that the last save made stays. */
    void keepLast(long change, String file) {
        jdbc.sql("""
                update model_draft_version set kept = true
                where id = (select id from model_draft_version where change_id = ? and file = ? and not aside order by id desc limit 1)""")
                .params(change, file).update();
    }

    /** A text that was not taken; the same text of the same author is kept once. */
    DraftVersion aside(long change, String file, int seen, String content, String by, Instant at) {
        return jdbc.sql(SELECT + "and aside and author = ? and content = ? order by id desc limit 1").params(change, file, by, content)
                .query(DraftVersions::version).optional().orElseGet(() -> add(change, file, seen, content, by, at, true, true));
    }

    private DraftVersion add(long change, String file, int revision, @Nullable String content, String by, Instant at, boolean keep, boolean aside) {
        return jdbc.sql("""
                insert into model_draft_version (change_id, file, revision, content, author, begun_at, saved_at, kept, aside)
                values (:change, :file, :revision, :content, :by, :at, :at, :keep, :aside) returning *""")
                .param("change", change).param("file", file).param("revision", revision).param("content", content).param("by", by)
                .param("at", offset(at)).param("keep", keep).param("aside", aside).query(DraftVersions::version).single();
    }

    private static DraftVersion version(ResultSet row, int number) throws SQLException {
        return new DraftVersion(row.getLong("id"), row.getInt("revision"), row.getString("content"), row.getString("author"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(), row.getBoolean("kept"), row.getBoolean("aside"));
    }
}
