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
}
