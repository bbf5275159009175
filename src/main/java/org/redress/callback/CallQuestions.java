package org.redress.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.redress.survey.Questionnaire;
import org.redress.survey.Questionnaires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a call asks (问卷): the version it was taken with, so that nobody's questions change between two looks at the sheet. */
@Service
@Transactional
public class CallQuestions {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Questionnaires questionnaires;
    private final ObjectMapper json;

    CallQuestions(JdbcClient jdbc, Questionnaires questionnaires, ObjectMapper json) {
        this.jdbc = jdbc;
        this.questionnaires = questionnaires;
        this.json = json;
    }

    private record Row(Business business, @Nullable Long campaign, @Nullable String questionnaire, @Nullable Integer version, String answers) {
    }

    /**
     * What was answered beyond the fixed questions.
     *
     * @param questionnaire null before the call was taken for the first time
     */
    public record Asked(@Nullable String questionnaire, @Nullable Integer version, Map<String, Object> further) {
    }

    /** The version the call was taken with; the one it would be taken with now, while nobody has it. */
    @Transactional(readOnly = true)
    public Questionnaire of(long callId) {
        Row row = row(callId);
        return row.questionnaire() == null || row.version() == null ? questionnaires.forCall(row.business(), chosen(row))
                : questionnaires.find(row.questionnaire(), row.version())
                        .orElseThrow(() -> new IllegalStateException("Call " + callId + " asks a questionnaire that is gone"));
    }

    /** Somebody took the call: the newest live version of its questionnaire is asked from here on. */
    public void taken(long callId) {
        Row row = row(callId);
        Questionnaire now = questionnaires.forCall(row.business(), chosen(row));
        jdbc.sql("update follow_up_call set questionnaire = ?, questionnaire_version = ? where id = ? and state = 'OPEN'")
                .params(now.code(), now.version(), callId).update();
    }

    /** Keeps the answers to the questions that the house has no field of its own for. */
    public void answered(long callId, Questionnaire asked, Map<String, Object> further) {
        jdbc.sql("update follow_up_call set questionnaire = ?, questionnaire_version = ?, answers = ?::jsonb where id = ?")
                .params(asked.code(), asked.version(), write(further), callId).update();
    }

    /** What an evaluation of this call names. */
    @Transactional(readOnly = true)
    public Asked asked(long callId) {
        Row row = row(callId);
        return new Asked(row.questionnaire(), row.version(), read(row.answers()));
    }

    /** The questionnaire a campaign chose; one the call came to by its business is found anew. */
    private static @Nullable String chosen(Row row) {
        return row.campaign() == null ? null : row.questionnaire();
    }

    private Row row(long callId) {
        return jdbc.sql("""
                select j.business, c.campaign_id, c.questionnaire, c.questionnaire_version, c.answers::text as answers
                from follow_up_call c join service_job j on j.id = c.job_id where c.id = ?""")
                .param(callId).query(CallQuestions::row).optional().orElseThrow(() -> Problem.notFound("callback.problem.unknown"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(Business.valueOf(row.getString("business")), row.getObject("campaign_id", Long.class), row.getString("questionnaire"),
                row.getObject("questionnaire_version", Integer.class), row.getString("answers"));
    }

    private String write(Map<String, Object> further) {
        try {
            return json.writeValueAsString(further);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("answers that are no JSON", e);
        }
    }

    private Map<String, Object> read(String further) {
        try {
            return json.readValue(further, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored answers are no JSON", e);
        }
    }
}
