package org.redress.briefing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.Baseline;
import org.redress.briefing.Briefings;
import org.redress.briefing.Measure;
import org.redress.figure.Figure;
import org.redress.figure.FigureValue;
import org.redress.organisation.Organisation;
import org.redress.shared.CurrentActor;
import org.redress.shared.Business;
import org.redress.shared.web.PersonNames;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Measures as a briefing's page shows them now, and what a new one may name. */
@Component
class MeasurePage {

    private final Briefings briefings;
    private final Organisation organisation;
    private final PersonNames names;
    private final BriefingTexts texts;
    private final CurrentActor actor;

    MeasurePage(Briefings briefings, Organisation organisation, PersonNames names, BriefingTexts texts, CurrentActor actor) {
        this.briefings = briefings;
        this.organisation = organisation;
        this.names = names;
        this.texts = texts;
        this.actor = actor;
    }

    /** @param mayEnd whether the reader may say what came of it */
    record Row(long id, String text, String team, @Nullable String owner, @Nullable String dueOn, String state, @Nullable String result,
            @Nullable String figure, boolean mayEnd) {
    }

    List<Row> rows(List<Measure> measures, Locale locale) {
        return measures.stream().map(measure -> new Row(measure.id(), measure.text(), team(measure.team(), locale),
                measure.owner() == null ? null : names.name(measure.owner(), locale), measure.dueOn() == null ? null : texts.day(measure.dueOn(), locale),
                measure.state().name(), measure.result(), measure.baseline() == null ? null : figure(measure.baseline(), locale),
                measure.endedAt() == null && (briefings.mayDecide(measure.team()) || actor.get().username().equals(measure.owner())))).toList();
    }

    private String team(@Nullable String code, Locale locale) {
        return code == null ? texts.text("briefing.everyTeam", locale)
                : organisation.team(code).map(team -> team.name().in(locale)).orElse(code);
    }

    private String figure(Baseline baseline, Locale locale) {
        String name = texts.text("enum.Figure." + baseline.figure(), locale);
        var value = Figure.valueOf(baseline.figure()).value(new FigureValue(baseline.numerator(), baseline.denominator(), new TreeMap<>()));
        return texts.text("briefing.measure.then", locale, name, value == null ? texts.text("briefing.none", locale)
                : texts.text("briefing.percent", locale, value.toPlainString()));
    }

    /** Teams the reader may decide for; none: no form. */
    void choices(Model model, Locale locale) {
        Map<String, String> teams = new LinkedHashMap<>();
        organisation.teams().stream().filter(team -> briefings.mayDecide(team.code())).forEach(team -> teams.put(team.code(), team.name().in(locale)));
        model.addAttribute("mayDecide", !teams.isEmpty());
        model.addAttribute("mayDecideForAll", briefings.mayDecide(null));
        model.addAttribute("teams", teams);
        model.addAttribute("people", teams.isEmpty() ? Map.of() : names.choices(locale));
        model.addAttribute("figures", Stream.of(Figure.values()).filter(Figure::isShare).map(Enum::name).toList());
        model.addAttribute("businesses", Business.values());
    }
}
