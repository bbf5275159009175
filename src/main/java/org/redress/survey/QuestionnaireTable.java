package org.redress.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of questionnaire and questionnaire_version. */
@Repository
class QuestionnaireTable {

    private static final String SELECT = "select v.*, q.campaign_only from questionnaire_version v join questionnaire q on q.code = v.questionnaire ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    QuestionnaireTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Questionnaire> live() {
        return jdbc.sql(SELECT + "where v.state = 'LIVE' order by v.questionnaire").query(this::questionnaire).list();
    }

    List<Questionnaire> all() {
        return jdbc.sql(SELECT + "order by v.questionnaire, v.version desc").query(this::questionnaire).list();
    }

    List<Questionnaire> versions(String code) {
        return jdbc.sql(SELECT + "where v.questionnaire = ? order by v.version desc").param(code).query(this::questionnaire).list();
    }

    Optional<Questionnaire> find(String code, int version) {
        return jdbc.sql(SELECT + "where v.questionnaire = ? and v.version = ?").params(code, version).query(this::questionnaire).optional();
    }

    /** One at a time may publish or retire, so that no business is left with two questionnaires or none. */
    void lock() {
        jdbc.sql("lock table questionnaire in share row exclusive mode").update();
    }

    /** @return whether the code was free */
    boolean add(String code, boolean campaignOnly) {
        return jdbc.sql("insert into questionnaire (code, campaign_only) values (?, ?) on conflict do nothing").params(code, campaignOnly).update() == 1;
    }

    void addDraft(String code, int version, QuestionnaireDraft draft, String by, Instant at) {
        jdbc.sql("""
                insert into questionnaire_version (questionnaire, version, name_en, name_zh, businesses, scale, form, state, changed_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?)""")
                .params(code, version, draft.name().en(), draft.name().zh(), names(draft.businesses()), draft.scale(), write(draft.form()), by, offset(at))
                .update();
    }

    /** @return whether it was still the draft the person saw */
    boolean changeDraft(String code, int version, QuestionnaireDraft draft, int seen, String by, Instant at) {
        return jdbc.sql("""
                update questionnaire_version
                set name_en = ?, name_zh = ?, businesses = ?, scale = ?, form = ?, changed_by = ?, changed_at = ?, revision = revision + 1
                where questionnaire = ? and version = ? and state = 'DRAFT' and revision = ?""")
                .params(draft.name().en(), draft.name().zh(), names(draft.businesses()), draft.scale(), write(draft.form()), by, offset(at), code, version, seen)
                .update() == 1;
    }

    boolean removeDraft(String code, int version) {
        return jdbc.sql("delete from questionnaire_version where questionnaire = ? and version = ? and state = 'DRAFT'").params(code, version).update() == 1;
    }

    void retire(String code, String by, Instant at) {
        jdbc.sql("update questionnaire_version set state = 'RETIRED', retired_by = ?, retired_at = ? where questionnaire = ? and state = 'LIVE'")
                .params(by, offset(at), code).update();
    }

    void publish(String code, int version, String by, Instant at) {
        jdbc.sql("update questionnaire_version set state = 'LIVE', published_by = ?, published_at = ? where questionnaire = ? and version = ?")
                .params(by, offset(at), code, version).update();
    }

    private Questionnaire questionnaire(ResultSet row, int number) throws SQLException {
        Set<Business> businesses = Arrays.stream((String[]) row.getArray("businesses").getArray()).map(Business::valueOf).collect(Collectors.toSet());
        return new Questionnaire(row.getString("questionnaire"), row.getInt("version"), row.getInt("revision"),
                new Bilingual(row.getString("name_en"), row.getString("name_zh")), row.getBoolean("campaign_only"), businesses, row.getString("scale"),
                read(row.getString("form")), QuestionnaireState.valueOf(row.getString("state")), row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(), row.getString("published_by"), moment(row, "published_at"),
                row.getString("retired_by"), moment(row, "retired_at"));
    }

    private JsonNode read(String form) {
        try {
            return json.readTree(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored questionnaire is no JSON", e);
        }
    }

    private String write(JsonNode form) {
        return form.toPrettyString();
    }

    private static String[] names(Set<Business> businesses) {
        return businesses.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
