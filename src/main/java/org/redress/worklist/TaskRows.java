package org.redress.worklist;

import static org.redress.worklist.TaskRow.at;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.shared.LivePageEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the rows of open work, one statement a call, and tells open pages. A row's version grows with what a person who has the task
 * open must know (who holds it, what the case is), not with a clock that moved: a reminder must not make a typed form stale.
 */
@Component
class TaskRows implements TaskProjection {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;

    TaskRows(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.json = json;
    }

    @Override
    public void opened(List<OpenedTask> tasks) {
        jdbc.sql("""
                insert into open_task (id, kind, subject_id, subject, task_key, name_en, name_zh, form, definition_id, instance_id, team,
                    assignee, excluded, severity, channel, case_team, customer, place, summary, flags, due_at, start_by, critical_at,
                    waiting, work_minutes, created_at, claimed_at)
                select r.*, cast(:now as timestamptz), case when r.assignee is not null then cast(:now as timestamptz) end
                from jsonb_to_recordset(cast(:rows as jsonb)) as r(id text, kind text, subject_id bigint, subject text, task_key text,
                    name_en text, name_zh text, form text, definition_id text, instance_id text, team text, assignee text,
                    excluded varchar[], severity text, channel text, case_team text, customer text, place text, summary text,
                    flags varchar[], due_at timestamptz, start_by timestamptz, critical_at timestamptz, waiting boolean,
                    work_minutes integer)""")
                .param("rows", write(tasks.stream().map(TaskRows::columns).toList())).param("now", at(clock.instant()))
                .update();
        tasks.stream().map(task -> new Touched(task.team(), task.subject().caseTeam(), task.assignee(), 0)).distinct().forEach(this::tell);
    }

    @Override
    public void assigned(String taskId, @Nullable String assignee) {
        jdbc.sql("""
                update open_task set assignee = :assignee, version = version + 1,
                    claimed_at = case when cast(:assignee as varchar) is null then null else cast(:now as timestamptz) end
                where id = :id and assignee is distinct from :assignee
                returning team, case_team, assignee, version""")
                .param("assignee", assignee).param("now", at(clock.instant())).param("id", taskId)
                .query(Touched.class).list().forEach(this::tell);
    }

    /** Takes a row that nobody holds; empty when somebody was faster, or the row is not the one that was seen. */
    Optional<OpenTask> claim(String taskId, String username, @Nullable Integer version) {
        Optional<OpenTask> won = jdbc.sql("update open_task t set assignee = :user, version = version + 1, claimed_at = :now where t.id = :id "
                + "and t.assignee is null and t.version = coalesce(cast(:version as integer), t.version) returning " + TaskRow.COLUMNS)
                .param("user", username).param("now", at(clock.instant())).param("id", taskId).param("version", version)
                .query(TaskRow::read).optional();
        won.ifPresent(task -> tell(new Touched(task.team(), task.caseTeam(), task.assignee(), task.version())));
        return won;
    }

    @Override
    public void closed(String taskId, String visitId) {
        jdbc.sql("""
                with gone as (delete from open_task where id = :id
                    returning kind, subject_id, team, case_team, assignee, version, severity, claimed_at, due_at, waiting),
                kept as (insert into step_end (visit_id, complaint_id, case_team, severity, claimed_at, due_at, waiting)
                    select :visit, subject_id, case_team, severity, claimed_at, due_at, waiting from gone where kind = 'CASE'
                    on conflict (visit_id) do nothing)
                select team, case_team, assignee, version from gone""")
                .param("id", taskId).param("visit", visitId).query(Touched.class).list().forEach(this::tell);
    }

    @Override
    public void moved(OpenTask before, OpenedTask after, boolean other, boolean moments) {
        jdbc.sql("""
                update open_task set task_key = :key, name_en = :en, name_zh = :zh, form = :form, definition_id = :definition, team = :team, assignee = :assignee,
                    claimed_at = case when assignee is distinct from :assignee then null else claimed_at end, excluded = :excluded,
                    due_at = case when :moments then :due else due_at end, start_by = case when :moments then :start else start_by end,
                    critical_at = case when :moments then :critical else critical_at end, work_minutes = case when :moments then :work else work_minutes end,
                    waiting = :waiting, version = version + case when :other then 1 else 0 end
                where id = :id returning team, case_team, assignee, version""")
                .param("key", after.key()).param("en", after.name().en()).param("zh", after.name().zh()).param("form", after.form())
                .param("definition", after.definitionId()).param("team", after.team()).param("assignee", after.assignee()).param("excluded", array(after.excluded()))
                .param("moments", moments).param("due", at(after.dueAt())).param("start", at(after.startBy())).param("critical", at(after.criticalAt()))
                .param("work", after.workMinutes()).param("waiting", after.waiting()).param("other", other).param("id", after.id())
                .query(Touched.class).list().forEach(this::tell);
        if (!before.key().equals(after.key())) {
            jdbc.sql("""
                    update task_draft d set task_key = :key where kind = :kind and subject_id = :subject and task_key = :old and not exists (
                        select 1 from task_draft o where o.username = d.username and o.kind = d.kind and o.subject_id = d.subject_id and o.task_key = :key)""")
                    .param("key", after.key()).param("kind", before.kind().name()).param("subject", before.subjectId()).param("old", before.key()).update();
        }
    }

    @Override
    public void subjectChanged(TaskSubject subject) {
        List<Touched> touched = jdbc.sql("""
                update open_task set subject = :subject, severity = :severity, channel = :channel, case_team = :caseTeam,
                    customer = :customer, place = :place, summary = :summary, flags = :flags, version = version + 1
                where kind = :kind and subject_id = :id
                    and (subject, severity, channel, case_team, customer, place, summary, flags) is distinct from
                        (:subject, :severity, :channel, :caseTeam, :customer, :place, :summary, cast(:flags as varchar[]))
                returning team, case_team, assignee, version""")
                .param("subject", subject.label()).param("severity", subject.severity()).param("channel", subject.channel())
                .param("caseTeam", subject.caseTeam()).param("customer", subject.customer()).param("place", subject.place())
                .param("summary", subject.summary()).param("flags", array(subject.flags())).param("kind", subject.kind().name())
                .param("id", subject.id()).query(Touched.class).list();
        touched.forEach(this::tell);
    }

    @Override
    public void rescheduled(String taskId, Instant dueAt, Instant startBy, int workMinutes, Instant criticalAt) {
        jdbc.sql("""
                update open_task set due_at = :dueAt, start_by = :startBy, work_minutes = :work, critical_at = :criticalAt where id = :id
                returning team, case_team, assignee, version""")
                .param("dueAt", at(dueAt)).param("startBy", at(startBy)).param("work", workMinutes).param("criticalAt", at(criticalAt))
                .param("id", taskId)
                .query(Touched.class).list().forEach(this::tell);
    }

    private static Map<String, @Nullable Object> columns(OpenedTask task) {
        TaskSubject subject = task.subject();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", task.id());
        columns.put("kind", subject.kind());
        columns.put("subject_id", subject.id());
        columns.put("subject", subject.label());
        columns.put("task_key", task.key());
        columns.put("name_en", task.name().en());
        columns.put("name_zh", task.name().zh());
        columns.put("form", task.form());
        columns.put("definition_id", task.definitionId());
        columns.put("instance_id", task.instanceId());
        columns.put("team", task.team());
        columns.put("assignee", task.assignee());
        columns.put("excluded", array(task.excluded()));
        columns.put("severity", subject.severity());
        columns.put("channel", subject.channel());
        columns.put("case_team", subject.caseTeam());
        columns.put("customer", subject.customer());
        columns.put("place", subject.place());
        columns.put("summary", subject.summary());
        columns.put("flags", array(subject.flags()));
        columns.put("due_at", task.dueAt().toString());
        columns.put("start_by", task.startBy().toString());
        columns.put("critical_at", task.criticalAt().toString());
        columns.put("waiting", task.waiting());
        columns.put("work_minutes", task.workMinutes());
        return columns;
    }

    private String write(List<Map<String, @Nullable Object>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and times always become JSON", e);
        }
    }

    private void tell(Touched row) {
        events.publishEvent(new LivePageEvent("tasks", row.team(), row.version()));
        if (row.caseTeam() != null && !row.caseTeam().equals(row.team())) {
            events.publishEvent(new LivePageEvent("tasks", row.caseTeam(), row.version()));
        }
        if (row.assignee() != null) {
            events.publishEvent(new LivePageEvent("tasks", row.assignee(), row.version()));
        }
    }

    /** Sorted, so that the same set is the same value in the database. */
    private static String[] array(Set<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }

    /** Whose list shows the row. */
    private record Touched(String team, @Nullable String caseTeam, @Nullable String assignee, int version) {
    }
}
