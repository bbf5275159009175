package org.redress.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.redress.shared.Bilingual;
import org.redress.survey.Scale.Grade;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of scale and scale_grade. */
@Repository
class ScaleTable {

    private final JdbcClient jdbc;

    ScaleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Scale> all() {
        Map<String, List<Grade>> grades = new LinkedHashMap<>();
        jdbc.sql("select * from scale_grade order by scale, position").query(row -> {
            grades.computeIfAbsent(row.getString("scale"), none -> new ArrayList<>()).add(new Grade(row.getString("code"),
                    row.getInt("position"), new Bilingual(row.getString("name_en"), row.getString("name_zh")),
                    Meaning.valueOf(row.getString("meaning")), row.getObject("score", Integer.class)));
        });
        return jdbc.sql("select * from scale order by code")
                .query((row, number) -> new Scale(row.getString("code"), new Bilingual(row.getString("name_en"), row.getString("name_zh")),
                        row.getBoolean("active"), grades.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    Optional<Scale> find(String code) {
        return all().stream().filter(scale -> scale.code().equals(code)).findFirst();
    }

    /** Nobody begins to use it, or changes it, meanwhile. */
    Optional<Scale> lock(String code) {
        jdbc.sql("select 1 from scale where code = ? for update").param(code).query(Integer.class).optional();
        return find(code);
    }

    int revision(String code) {
        return jdbc.sql("select revision from scale where code = ?").param(code).query(Integer.class).single();
    }

    boolean isUsed(String code) {
        return jdbc.sql("""
                select exists (select 1 from evaluation where scale = :code)
                    or exists (select 1 from follow_up_call where scale = :code)
                    or exists (select 1 from customer_rating where scale = :code)
                    or exists (select 1 from questionnaire_version where scale = :code and state <> 'DRAFT')""")
                .param("code", code).query(Boolean.class).single();
    }

    /** Codes of the questionnaires in use that rate by it, in any question. */
    List<String> questionnairesAsking(String code) {
        return jdbc.sql("""
                select questionnaire from questionnaire_version
                where state = 'LIVE' and (scale = :code or jsonb_path_exists(form::jsonb, '$.**.properties.scale ? (@ == $code)', jsonb_build_object('code', :code)))
                order by questionnaire""")
                .param("code", code).query(String.class).list();
    }

    /** @return whether the code was free */
    boolean add(Scale scale) {
        boolean free = jdbc.sql("insert into scale (code, name_en, name_zh) values (?, ?, ?) on conflict do nothing")
                .params(scale.code(), scale.name().en(), scale.name().zh()).update() == 1;
        if (free) {
            grades(scale);
        }
        return free;
    }

    /** @return whether it was still the one the person saw */
    boolean change(Scale scale, int seen) {
        boolean current = jdbc.sql("update scale set name_en = ?, name_zh = ?, revision = revision + 1 where code = ? and revision = ?")
                .params(scale.name().en(), scale.name().zh(), scale.code(), seen).update() == 1;
        if (current) {
            jdbc.sql("delete from scale_grade where scale = ?").param(scale.code()).update();
            grades(scale);
        }
        return current;
    }

    void activate(String code, boolean active) {
        jdbc.sql("update scale set active = ?, revision = revision + 1 where code = ?").params(active, code).update();
    }

    private void grades(Scale scale) {
        scale.grades().forEach(grade -> jdbc.sql("""
                insert into scale_grade (scale, code, position, name_en, name_zh, meaning, score) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(scale.code(), grade.code(), grade.position(), grade.name().en(), grade.name().zh(), grade.meaning().name(), grade.score())
                .update());
    }
}
