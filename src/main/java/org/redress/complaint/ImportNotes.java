package org.redress.complaint;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an importer looks up and adds without touching a case: cases by their source's key, notes by theirs. */
@Repository
class ImportNotes {

    private final JdbcClient jdbc;

    ImportNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Key of the source → id of the case. */
    Map<String, Long> cases(String source, Collection<String> keys) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("select source_key, id from complaint where source = :source and source_key = any(:keys)")
                .param("source", source).param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("source_key"), row.getLong("id"));
                });
        return found;
    }

    /** Keys of the notes that those cases have already. */
    Set<String> noted(Collection<Long> cases) {
        return new HashSet<>(jdbc.sql("""
                select data ->> 'sourceKey' from case_event where complaint_id = any(:cases) and data ->> 'sourceKey' is not null""")
                .param("cases", cases.toArray(Long[]::new)).query(String.class).list());
    }

    /** False when the case has this note already. @param at when it was written in the source */
    boolean add(long caseId, String sourceKey, String text, String by, Instant at) {
        return jdbc.sql("""
                insert into case_event (complaint_id, at, actor, kind, internal, data)
                values (:case, :at, :by, :kind, :internal, jsonb_build_object('text', :text::text, 'sourceKey', :key::text))
                on conflict do nothing""")
                .param("case", caseId).param("at", Db.at(at)).param("by", by).param("kind", EventKind.NOTE.name())
                .param("internal", EventKind.NOTE.internal()).param("text", text).param("key", sourceKey).update() == 1;
    }
}
