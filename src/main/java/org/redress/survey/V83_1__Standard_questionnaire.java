package org.redress.survey;

import java.nio.charset.StandardCharsets;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The questionnaire every company begins with is the form that comes with the model: one file, not a copy of it in SQL. */
@Component
class V83_1__Standard_questionnaire extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        String form = new ClassPathResource("forms/userTask_callCustomer.form").getContentAsString(StandardCharsets.UTF_8);
        try (var kind = context.getConnection().prepareStatement("insert into questionnaire (code) values (?)");
                var version = context.getConnection().prepareStatement("""
                insert into questionnaire_version (questionnaire, version, name_en, name_zh, scale, form, state, changed_by, changed_at,
                        published_by, published_at)
                values (?, 1, 'Standard questions', '标准问卷', 'GRADE5', ?, 'LIVE', 'system', now(), 'system', now())""")) {
            kind.setString(1, Questionnaires.STANDARD);
            kind.executeUpdate();
            version.setString(1, Questionnaires.STANDARD);
            version.setString(2, form);
            version.executeUpdate();
        }
    }
}
