package org.redress.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.redress.complaint.Categories;
import org.redress.survey.Questionnaire;
import org.redress.survey.Questionnaires;
import org.redress.worklist.form.FormTranslation;
import org.springframework.stereotype.Component;

/** Causes as people read them. */
@Component
class CauseNames {

    private static final String QUESTION = "cause";

    private final Questionnaires questionnaires;
    private final Categories categories;

    CauseNames(Questionnaires questionnaires, Categories categories) {
        this.questionnaires = questionnaires;
        this.categories = categories;
    }

    /** @param findings where the cause was named; the words of a choice are those of the version that was asked */
    String name(CauseSource source, String cause, List<Finding> findings, Locale locale) {
        return switch (source) {
            case ANSWER -> findings.stream().filter(finding -> finding.causes().contains(cause)).map(finding -> choice(finding, cause, locale))
                    .flatMap(Optional::stream).findFirst().orElse(cause);
            case CATEGORY -> categories.find(cause).map(category -> category.name().in(locale)).orElse(cause);
            case ROOT_CAUSE -> findings.stream().filter(finding -> finding.causes(source).contains(cause)).map(Finding::rootCause).findFirst().orElse(cause);
        };
    }

    private Optional<String> choice(Finding finding, String cause, Locale locale) {
        String code = finding.questionnaire();
        Integer version = finding.questionnaireVersion();
        if (code == null || version == null) {
            return Optional.empty();
        }
        return questionnaires.find(code, version).map(Questionnaire::form).flatMap(form -> question(FormTranslation.in(locale, form)))
                .flatMap(question -> label(question, cause));
    }

    /** The field, wherever the form has it. */
    private static Optional<JsonNode> question(JsonNode component) {
        if (QUESTION.equals(component.path("key").asText())) {
            return Optional.of(component);
        }
        for (JsonNode child : component.path("components")) {
            Optional<JsonNode> found = question(child);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> label(JsonNode question, String cause) {
        for (JsonNode option : question.path("values")) {
            if (cause.equals(option.path("value").asText())) {
                return Optional.of(option.path("label").asText(cause));
            }
        }
        return Optional.empty();
    }
}
