package org.redress.survey;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.survey.Evaluation.Answer;
import org.redress.survey.Evaluation.Service;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of evaluation. */
@Repository
class EvaluationTable {

    private static final String INSERT = """
            insert into evaluation (source_key, via, job_id, call_id, complaint_id, campaign_id, business, team, employee, region, segment,
                    done_at, asked_at, reached, answered_at, questionnaire, questionnaire_version, scale, rating, meaning, appointment_kept,
                    suggestion, answers, outcome, agent, case_number)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (source_key) do nothing""";
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    EvaluationTable(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** An evaluation with what its rating means at this moment. */
    record Row(Evaluation evaluation, @Nullable Meaning meaning) {
    }

    /** @return the source keys that were not there before */
    Set<String> insert(Collection<Row> rows) {
        List<Row> all = List.copyOf(rows);
        List<Integer> written = new ArrayList<>(all.size());
        for (int[] batch : batches.batchUpdate(INSERT, all, BATCH, (statement, row) -> fill(statement, row.evaluation(), row.meaning()))) {
            for (int count : batch) {
                written.add(count);
            }
        }
        Set<String> fresh = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (written.get(i) == 1) {
                fresh.add(all.get(i).evaluation().sourceKey());
            }
        }
        return fresh;
    }

    /** @return whether there is such an asking */
    boolean answer(String sourceKey, Answer answer, @Nullable Meaning meaning, String outcome) {
        return jdbc.sql("""
                update evaluation
                set reached = true, answered_at = :at, questionnaire = :questionnaire, questionnaire_version = :version, scale = :scale,
                    rating = :rating, meaning = :meaning, appointment_kept = :kept, suggestion = :suggestion, answers = :answers::jsonb,
                    outcome = :outcome
                where source_key = :key""")
                .param("key", sourceKey).param("at", offset(answer.at())).param("questionnaire", answer.questionnaire())
                .param("version", answer.questionnaireVersion(), Types.INTEGER).param("scale", answer.scale()).param("rating", answer.rating())
                .param("meaning", name(meaning)).param("kept", answer.appointmentKept(), Types.BOOLEAN)
                .param("suggestion", answer.suggestion()).param("answers", write(answer.further())).param("outcome", outcome)
                .update() == 1;
    }

    void caseOpened(String sourceKey, String caseNumber) {
        jdbc.sql("update evaluation set case_number = :case where source_key = :key").param("case", caseNumber).param("key", sourceKey).update();
    }

    private void fill(PreparedStatement to, Evaluation from, @Nullable Meaning meaning) throws SQLException {
        Service about = from.about();
        Answer answer = from.answer();
        int at = 0;
        to.setString(++at, from.sourceKey());
        to.setString(++at, from.via().name());
        to.setObject(++at, about.jobId(), Types.BIGINT);
        to.setObject(++at, about.callId(), Types.BIGINT);
        to.setObject(++at, about.complaintId(), Types.BIGINT);
        to.setObject(++at, from.campaignId(), Types.BIGINT);
        to.setString(++at, about.business().name());
        to.setString(++at, about.team());
        to.setString(++at, about.employee());
        to.setString(++at, about.region());
        to.setString(++at, about.segment().name());
        to.setObject(++at, offset(about.doneAt()));
        to.setObject(++at, offset(from.askedAt()));
        to.setBoolean(++at, from.reached());
        to.setObject(++at, answer == null || !from.reached() ? null : offset(answer.at()), Types.TIMESTAMP_WITH_TIMEZONE);
        to.setString(++at, answer == null ? null : answer.questionnaire());
        to.setObject(++at, answer == null ? null : answer.questionnaireVersion(), Types.INTEGER);
        to.setString(++at, answer == null ? null : answer.scale());
        to.setString(++at, answer == null ? null : answer.rating());
        to.setString(++at, name(meaning));
        to.setObject(++at, answer == null ? null : answer.appointmentKept(), Types.BOOLEAN);
        to.setString(++at, answer == null ? null : answer.suggestion());
        to.setString(++at, write(answer == null ? Map.of() : answer.further()));
        to.setString(++at, from.outcome());
        to.setString(++at, from.agent());
        to.setString(++at, from.caseNumber());
    }

    private static @Nullable String name(@Nullable Meaning meaning) {
        return meaning == null ? null : meaning.name();
    }

    private static OffsetDateTime offset(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("answers that are no JSON", e);
        }
    }
}
