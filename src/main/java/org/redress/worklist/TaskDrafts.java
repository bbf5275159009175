package org.redress.worklist;

import static org.redress.worklist.TaskRow.at;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

import org.redress.shared.Actor;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What somebody typed and has not sent (草稿). Kept by person, subject and step, so that it outlives a conflict and the engine's task. */
@Service
@Transactional
public class TaskDrafts {

    private static final int LARGEST = 200_000;
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json;

    TaskDrafts(JdbcClient jdbc, Clock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** @throws Problem 413 when it is larger than any form */
    public Instant save(Actor actor, OpenTask task, Map<String, Object> answers) {
        String text = write(answers);
        if (text.length() > LARGEST) {
            throw Problem.tooLarge("worklist.problem.draftTooLarge");
        }
        Instant now = clock.instant();
        jdbc.sql("""
                insert into task_draft (username, kind, subject_id, task_key, answers, saved_at)
                values (:user, :kind, :subject, :key, cast(:answers as jsonb), :now)
                on conflict (username, kind, subject_id, task_key) do update set answers = excluded.answers, saved_at = excluded.saved_at""")
                .param("user", actor.username()).param("kind", task.kind().name()).param("subject", task.subjectId())
                .param("key", task.key()).param("answers", text).param("now", at(now)).update();
        return now;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(Actor actor, OpenTask task) {
        return jdbc.sql("""
                select answers, saved_at from task_draft
                where username = :user and kind = :kind and subject_id = :subject and task_key = :key""")
                .param("user", actor.username()).param("kind", task.kind().name()).param("subject", task.subjectId())
                .param("key", task.key())
                .query((row, number) -> new Draft(read(row.getString("answers")), row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    public void delete(Actor actor, OpenTask task) {
        jdbc.sql("delete from task_draft where username = :user and kind = :kind and subject_id = :subject and task_key = :key")
                .param("user", actor.username()).param("kind", task.kind().name()).param("subject", task.subjectId())
                .param("key", task.key()).update();
    }

    private String write(Map<String, Object> answers) {
        try {
            // PostgreSQL's jsonb holds no NUL
            return json.writeValueAsString(answers).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("worklist.problem.draft");
        }
    }

    private Map<String, Object> read(String answers) {
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft that was written as JSON cannot be read", e);
        }
    }

    public record Draft(Map<String, Object> answers, Instant savedAt) {
    }
}
