package org.redress.complaint;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a case has been in its process and what was answered there, from our own tables. Checks sight as {@link CaseReader}. */
@Service
@Transactional(readOnly = true)
public class CasePath {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final CaseAccess access;
    private final ObjectMapper json;

    CasePath(JdbcClient jdbc, CaseAccess access, ObjectMapper json) {
        this.jdbc = jdbc;
        this.access = access;
        this.json = json;
    }

    public List<PathVisit> visits(String number) {
        return jdbc.sql("""
                select definition_id, element_id, entered_at, left_at, canceled from case_path where complaint_id = :id order by id""")
                .param("id", access.require(number))
                .query((row, index) -> new PathVisit(row.getString("definition_id"), row.getString("element_id"),
                        Db.moment(row, "entered_at"), Db.optionalMoment(row, "left_at"), row.getBoolean("canceled")))
                .list();
    }

    /** Oldest first. */
    public List<StepAnswer> answers(String number) {
        return jdbc.sql("select task_key, at, actor, answers::text as answers from case_answer where complaint_id = :id order by id")
                .param("id", access.require(number))
                .query((row, index) -> new StepAnswer(row.getString("task_key"), Db.moment(row, "at"), row.getString("actor"),
                        read(row.getString("answers"))))
                .list();
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The database does not give broken JSON", e);
        }
    }
}
