package org.redress.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What decisions were asked for real: noted while a transaction runs, written by one statement just before its commit. Personal text in it is cut off after
 * some thousand characters, never shown in full, and goes with the rows that are no longer among the newest.
 */
@Component
class DecisionInputs {

    /** Of each decision. */
    static final int KEPT = 2_000;
    private static final int LONGEST = 4_000;
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionInputs(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param subject number of the case, or what the call is about; null when nothing is known @param facts as the table was given them */
    record Asked(@Nullable String subject, Instant at, Map<String, @Nullable Object> facts) {
    }

    void add(String decision, String definitionId, @Nullable String subject, Map<String, ? extends @Nullable Object> facts, List<Map<String, Object>> outcome,
            List<String> rules) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("decision", decision);
        row.put("definition_id", definitionId);
        row.put("subject", subject);
        row.put("at", clock.instant().toString());
        row.put("inputs", plain(facts));
        row.put("outcome", outcome.stream().map(DecisionInputs::plain).toList());
        row.put("rules", rules);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            noted().add(row);
        }
    }

    private static Map<String, @Nullable Object> plain(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        String text = value instanceof Date date ? date.toInstant().toString() : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, @Nullable Object>> noted() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (List<Map<String, @Nullable Object>>) bound;
        }
        List<Map<String, @Nullable Object>> fresh = new ArrayList<>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                if (!readOnly) {
                    write(fresh);
                }
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(DecisionInputs.this);
            }
        });
        return fresh;
    }

    private void write(List<Map<String, @Nullable Object>> rows) {
        try {
            // PostgreSQL's jsonb holds no NUL
            String text = json.writeValueAsString(rows).replace("\\u0000", "");
            jdbc.sql("""
                    insert into decision_input (decision, definition_id, subject, at, inputs, outcome, rules)
                    select r.* from jsonb_to_recordset(cast(:rows as jsonb)) as r(decision text, definition_id text, subject text, at timestamptz, inputs jsonb,
                        outcome jsonb, rules varchar[])""").param("rows", text).update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and truths always become JSON", e);
        }
    }

    /** The newest first. */
    List<Asked> newest(String decision, int limit) {
        return jdbc.sql("select subject, at, inputs::text as inputs from decision_input where decision = :decision order by id desc limit :limit")
                .param("decision", decision).param("limit", limit)
                .query((row, index) -> new Asked(row.getString("subject"), row.getTimestamp("at").toInstant(), read(row.getString("inputs")))).list();
    }

    private Map<String, @Nullable Object> read(String text) {
        try {
            return json.readValue(text, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database does not give broken JSON", e);
        }
    }

    /** Every hour: of each decision only the newest stay. */
    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT1H")
    void tidy() {
        jdbc.sql("select distinct decision from decision_input").query(String.class).list().forEach(decision -> jdbc.sql("""
                delete from decision_input where decision = :decision
                   and id <= (select id from decision_input where decision = :decision order by id desc offset :kept limit 1)""")
                .param("decision", decision).param("kept", KEPT).update());
    }
}
