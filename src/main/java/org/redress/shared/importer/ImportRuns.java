package org.redress.shared.importer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of import_run and import_reject. */
@Repository
class ImportRuns {

    private static final String COLUMNS = """
            select id, mapping, file_name, state, total, done, accepted, duplicates, rejected, problem, uploaded_by, uploaded_at,
                   started_at, finished_at
            from import_run
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ImportRuns(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long insert(String mapping, String fileName, @Nullable String folderFile, String sha256, byte[] content, String actor, Instant now) {
        return jdbc.sql("""
                insert into import_run (mapping, file_name, folder_file, sha256, content, state, uploaded_by, uploaded_at)
                values (:mapping, :fileName, :folderFile, :sha256, :content, 'PREVIEW', :actor, :now) returning id""")
                .param("mapping", mapping).param("fileName", fileName).param("folderFile", folderFile).param("sha256", sha256)
                .param("content", content).param("actor", actor).param("now", offset(now)).query(Long.class).single();
    }

    Optional<ImportRun> find(long id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(this::run).optional();
    }

    List<ImportRun> recent(int limit) {
        return jdbc.sql(COLUMNS + "order by id desc limit :limit").param("limit", limit).query(this::run).list();
    }

    byte[] content(long id) {
        return jdbc.sql("select content from import_run where id = :id").param("id", id).query(byte[].class).single();
    }

    Optional<ImportRun> ofFolderFile(String path) {
        return jdbc.sql(COLUMNS + "where folder_file = :path").param("path", path).query(this::run).optional();
    }

    /** Whether the run is of exactly these bytes. */
    boolean isOf(long id, String sha256) {
        return jdbc.sql("select sha256 = :sha256 from import_run where id = :id").param("sha256", sha256).param("id", id)
                .query(Boolean.class).optional().orElse(false);
    }

    void folderFileMoved(long id) {
        jdbc.sql("update import_run set folder_file = null where id = :id").param("id", id).update();
    }

    /** Forgets files that nobody started. */
    int forgetPreviews(Instant sentBefore) {
        return jdbc.sql("delete from import_run where state = 'PREVIEW' and uploaded_at < :before")
                .param("before", offset(sentBefore)).update();
    }

    boolean start(long id, int total, Instant now) {
        return jdbc.sql("""
                update import_run set state = 'RUNNING', total = :total, started_at = :now, moved_at = :now
                where id = :id and state = 'PREVIEW'""")
                .param("id", id).param("total", total).param("now", offset(now)).update() == 1;
    }

    /** Runs that nobody has moved for a while: their node is gone. */
    List<Long> abandoned(Instant now, Duration silence) {
        return jdbc.sql("select id from import_run where state = 'RUNNING' and moved_at < :before order by id")
                .param("before", offset(now.minus(silence))).query(Long.class).list();
    }

    /** Locks the run for the batch that is about to be written; empty when it does not run, or another node went on with it. */
    Optional<ImportRun> lockAt(long id, int done) {
        return jdbc.sql(COLUMNS + "where id = :id and state = 'RUNNING' and done = :done for update")
                .param("id", id).param("done", done).query(this::run).optional();
    }

    void moved(long id, int rows, int accepted, int duplicates, int rejected, Instant now) {
        jdbc.sql("""
                update import_run set done = done + :rows, accepted = accepted + :accepted, duplicates = duplicates + :duplicates,
                       rejected = rejected + :rejected, moved_at = :now
                where id = :id""")
                .param("id", id).param("rows", rows).param("accepted", accepted).param("duplicates", duplicates)
                .param("rejected", rejected).param("now", offset(now)).update();
    }

    boolean finish(long id, ImportRun.State state, @Nullable FieldProblem problem, Instant now) {
        return jdbc.sql("""
                update import_run set state = :state, problem = :problem::jsonb, finished_at = :now
                where id = :id and state in ('PREVIEW', 'RUNNING')""")
                .param("id", id).param("state", state.name()).param("problem", problem == null ? null : write(problem))
                .param("now", offset(now)).update() == 1;
    }

    void reject(long id, Reject reject) {
        jdbc.sql("""
                insert into import_reject (run_id, line, cells, problems) values (:run, :line, :cells::jsonb, :problems::jsonb)
                on conflict do nothing""")
                .param("run", id).param("line", reject.line()).param("cells", write(reject.cells()))
                .param("problems", write(reject.problems())).update();
    }

    List<Reject> rejects(long id, int limit) {
        return jdbc.sql("select line, cells, problems from import_reject where run_id = :run order by line limit :limit")
                .param("run", id).param("limit", limit)
                .query((row, number) -> new Reject(row.getInt("line"), read(row.getString("cells"), new TypeReference<List<String>>() { }),
                        read(row.getString("problems"), new TypeReference<List<FieldProblem>>() { })))
                .list();
    }

    private ImportRun run(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        return new ImportRun(row.getLong("id"), row.getString("mapping"), row.getString("file_name"),
                ImportRun.State.valueOf(row.getString("state")), row.getInt("total"), row.getInt("done"), row.getInt("accepted"),
                row.getInt("duplicates"), row.getInt("rejected"), problem == null ? null : read(problem, new TypeReference<FieldProblem>() { }),
                row.getString("uploaded_by"), row.getObject("uploaded_at", OffsetDateTime.class).toInstant(), moment(row, "started_at"),
                moment(row, "finished_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always become JSON", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("we wrote this JSON ourselves: " + text, e);
        }
    }
}
