package org.redress.survey;

import java.time.Instant;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;

/**
 * One version of a questionnaire (问卷). It does not change any more once it was live.
 *
 * @param campaignOnly asked by thematic calls (专题回访) that name it, never by the daily ones
 * @param businesses   kinds of service it is for; none for every kind that has no questionnaire of its own
 * @param scale        code of the scale of its rating
 * @param form         the Camunda Form in both languages; the choices of a rating stand in the scale, see {@link QuestionnaireForms#asked}
 * @param revision     counts up with each change of a draft
 */
public record Questionnaire(String code, int version, int revision, Bilingual name, boolean campaignOnly, Set<Business> businesses,
        String scale, JsonNode form, QuestionnaireState state, String changedBy, Instant changedAt, @Nullable String publishedBy,
        @Nullable Instant publishedAt, @Nullable String retiredBy, @Nullable Instant retiredAt) {

    public Questionnaire {
        businesses = Set.copyOf(businesses);
    }
}
