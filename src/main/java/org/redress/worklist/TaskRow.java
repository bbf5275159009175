package org.redress.worklist;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

import org.redress.shared.Bilingual;

/** The columns of a row of open work, and how they become an {@link OpenTask}. */
final class TaskRow {

    static final String COLUMNS = """
            t.id, t.version, t.kind, t.subject_id, t.subject, t.task_key, t.name_en, t.name_zh, t.form, t.definition_id, t.instance_id,
            t.team, t.assignee, t.excluded, t.severity, t.channel, t.case_team, t.customer, t.place, t.summary, t.flags,
            t.due_at, t.start_by, t.critical_at, t.waiting, t.work_minutes, t.created_at""";

    private TaskRow() {
    }

    static OpenTask read(ResultSet row, int number) throws SQLException {
        return new OpenTask(row.getString("id"), row.getInt("version"), TaskKind.valueOf(row.getString("kind")),
                row.getLong("subject_id"), row.getString("subject"), row.getString("task_key"),
                new Bilingual(row.getString("name_en"), row.getString("name_zh")), row.getString("form"),
                row.getString("definition_id"), row.getString("instance_id"), row.getString("team"), row.getString("assignee"),
                strings(row, "excluded"), row.getString("severity"), row.getString("channel"), row.getString("case_team"),
                row.getString("customer"), row.getString("place"), row.getString("summary"), strings(row, "flags"),
                instant(row, "due_at"), instant(row, "start_by"), instant(row, "critical_at"), row.getBoolean("waiting"),
                row.getInt("work_minutes"), instant(row, "created_at"));
    }

    /** The driver knows no {@link Instant}. */
    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Set<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Set.of((String[]) array.getArray());
    }
}
