package org.redress.survey.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.redress.survey.Questionnaire;
import org.redress.survey.QuestionnaireForms;
import org.redress.survey.QuestionnaireState;
import org.redress.survey.Questionnaires;
import org.redress.worklist.form.FormTranslation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/questionnaires}: what customers are and were asked. */
@RestController
@RequestMapping("/api/v1/questionnaires")
@Tag(name = "Questionnaires")
class QuestionnaireApi {

    private final Questionnaires questionnaires;
    private final QuestionnaireForms forms;
    private final Clock clock;

    QuestionnaireApi(Questionnaires questionnaires, QuestionnaireForms forms, Clock clock) {
        this.questionnaires = questionnaires;
        this.forms = forms;
        this.clock = clock;
    }

    @Operation(summary = "Every version of every questionnaire, the newest first")
    @GetMapping
    Items list(Locale locale) {
        return new Items(questionnaires.all().stream().map(each -> line(each, locale)).toList());
    }

    @Operation(summary = "One version with its Camunda Form, as it is asked: the grades of its scale stand in it")
    @GetMapping("/{code}/versions/{version}")
    Whole one(@PathVariable String code, @PathVariable int version, Locale locale) {
        Questionnaire found = questionnaires.find(code, version).orElseThrow(() -> Problem.notFound("survey.problem.unknownQuestionnaire", code));
        return new Whole(line(found, locale), FormTranslation.in(locale, forms.asked(found)));
    }

    private Line line(Questionnaire each, Locale locale) {
        return new Line(each.code(), each.version(), each.name().in(locale), each.state(), each.campaignOnly(), new TreeSet<>(each.businesses()), each.scale(),
                each.publishedAt() == null ? null : each.publishedAt().atZone(clock.getZone()).toOffsetDateTime());
    }

    record Items(List<Line> items) {
    }

    /** @param businesses none for every kind that has no questionnaire of its own */
    record Line(String code, int version, String name, QuestionnaireState state, boolean campaignOnly, Set<Business> businesses, String scale,
            @Nullable OffsetDateTime publishedAt) {
    }

    record Whole(Line questionnaire, JsonNode form) {
    }
}
