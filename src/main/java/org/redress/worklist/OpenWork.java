package org.redress.worklist;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What other modules may ask about open work: "who has it now" of a case or a call. No permission is checked here. */
@Service
public class OpenWork {

    private final JdbcClient jdbc;

    OpenWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open tasks of one subject, oldest first. */
    public List<OpenTask> of(TaskKind kind, long subjectId) {
        return jdbc.sql("select " + TaskRow.COLUMNS + " from open_task t where t.kind = :kind and t.subject_id = :id order by t.created_at, t.id")
                .param("kind", kind.name()).param("id", subjectId).query(TaskRow::read).list();
    }

    /** Empty when it is done or never was. */
    public Optional<OpenTask> find(String taskId) {
        return jdbc.sql("select " + TaskRow.COLUMNS + " from open_task t where t.id = :id")
                .param("id", taskId).query(TaskRow::read).optional();
    }

    /** As {@link #find}, and nobody else changes the row before this transaction ends. */
    Optional<OpenTask> lock(String taskId) {
        return jdbc.sql("select " + TaskRow.COLUMNS + " from open_task t where t.id = :id for update")
                .param("id", taskId).query(TaskRow::read).optional();
    }
}
