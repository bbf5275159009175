package org.redress.worklist;

import static org.redress.worklist.TaskRow.at;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    TaskRows(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void opened(OpenedTask task) {
        TaskSubject subject = task.subject();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into open_task (id, kind, subject_id, subject, task_key, name_en, name_zh, form, definition_id, instance_id, team,
                    assignee, excluded, severity, channel, case_team, customer, place, summary, flags, due_at, start_by, critical_at,
                    waiting, work_minutes, created_at, claimed_at)
                values (:id, :kind, :subjectId, :subject, :key, :nameEn, :nameZh, :form, :definition, :instance, :team, :assignee,
                    :excluded, :severity, :channel, :caseTeam, :customer, :place, :summary, :flags, :dueAt, :startBy, :criticalAt,
                    :waiting, :workMinutes, :now, case when cast(:assignee as varchar) is null then null else cast(:now as timestamptz) end)""")
                .param("id", task.id()).param("kind", subject.kind().name()).param("subjectId", subject.id())
                .param("subject", subject.label()).param("key", task.key()).param("nameEn", task.name().en())
                .param("nameZh", task.name().zh()).param("form", task.form()).param("definition", task.definitionId())
                .param("instance", task.instanceId()).param("team", task.team()).param("assignee", task.assignee())
                .param("excluded", array(task.excluded())).param("severity", subject.severity()).param("channel", subject.channel())
                .param("caseTeam", subject.caseTeam()).param("customer", subject.customer()).param("place", subject.place())
                .param("summary", subject.summary()).param("flags", array(subject.flags())).param("dueAt", at(task.dueAt()))
                .param("startBy", at(task.startBy())).param("criticalAt", at(task.criticalAt())).param("waiting", task.waiting())
                .param("workMinutes", task.workMinutes()).param("now", at(now))
                .update();
        tell(new Touched(task.team(), subject.caseTeam(), task.assignee(), 0));
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
    public void closed(String taskId) {
        jdbc.sql("delete from open_task where id = :id returning team, case_team, assignee, version")
                .param("id", taskId).query(Touched.class).list().forEach(this::tell);
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
