package org.redress.complaint;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A case goes on with another version of its process (迁移): nothing of the case changes but where its path says it stands. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseRelocation {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CaseRelocation(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Nobody else changes the case before the end of the transaction. */
    public void lock(long caseId) {
        jdbc.sql("select id from complaint where id = :id for update").param("id", caseId).query(Long.class).optional();
    }

    /** @param visits that go on, by their ids: the elements of the other version at which they stand */
    public void relocated(long caseId, String definitionId, Map<String, String> visits) {
        jdbc.sql("""
                update case_path p set definition_id = :definition, element_id = v.value
                  from jsonb_each_text(cast(:visits as jsonb)) v where p.complaint_id = :id and p.instance_id = v.key and p.left_at is null""")
                .param("definition", definitionId).param("visits", write(visits)).param("id", caseId).update();
    }

    private String write(Map<String, String> visits) {
        try {
            return json.writeValueAsString(visits);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always become JSON", e);
        }
    }
}
