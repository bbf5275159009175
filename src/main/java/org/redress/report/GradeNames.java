package org.redress.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.redress.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What grades are called (评价等级): data, so it is looked up. */
@Component
public class GradeNames {

    private final JdbcClient jdbc;

    GradeNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param grade "GRADE5:GOOD"; what is not known is given back as it is */
    public String name(String grade, Locale locale) {
        Bilingual name = all().get(grade);
        return name == null ? grade : name.in(locale);
    }

    private Map<String, Bilingual> all() {
        Map<String, Bilingual> all = new HashMap<>();
        jdbc.sql("select scale, code, name_en, name_zh from scale_grade").query(row -> {
            all.put(row.getString("scale") + ":" + row.getString("code"), new Bilingual(row.getString("name_en"), row.getString("name_zh")));
        });
        return all;
    }
}
