package org.redress.survey;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;

/** What a designer changes of a version that is not live yet. Fields as in {@link Questionnaire}. */
public record QuestionnaireDraft(Bilingual name, Set<Business> businesses, String scale, JsonNode form) {

    public QuestionnaireDraft {
        businesses = Set.copyOf(businesses);
    }

    static QuestionnaireDraft of(Questionnaire version) {
        return new QuestionnaireDraft(version.name(), version.businesses(), version.scale(), version.form());
    }
}
