package org.redress.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.redress.organisation.Organisation;
import org.redress.shared.FieldProblem;
import org.redress.survey.Questionnaires;
import org.springframework.stereotype.Component;

/** What is wrong with a campaign that somebody wants to start; every field that is wrong is named. */
@Component
class CampaignCheck {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_REST = 365;
    static final int LONGEST_WINDOW = 90;
    private static final int OLDEST_YEARS = 10;

    private final Organisation organisation;
    private final Questionnaires questionnaires;
    private final SignalTable days;
    private final Clock clock;

    CampaignCheck(Organisation organisation, Questionnaires questionnaires, SignalTable days, Clock clock) {
        this.organisation = organisation;
        this.questionnaires = questionnaires;
        this.days = days;
        this.clock = clock;
    }

    List<FieldProblem> problems(NewCampaign wanted) {
        List<FieldProblem> found = new ArrayList<>();
        if (wanted.name().isBlank() || wanted.name().strip().length() > LONGEST_NAME) {
            found.add(FieldProblem.of("name", "campaign.problem.name", LONGEST_NAME));
        }
        population(found, wanted.population());
        LocalDate today = today();
        if (wanted.lastDay().isBefore(today) || wanted.lastDay().isAfter(today.plusDays(LONGEST_WINDOW))) {
            found.add(FieldProblem.of("lastDay", "campaign.problem.lastDay", LONGEST_WINDOW));
        }
        String questionnaire = wanted.questionnaire();
        if (questionnaire != null && questionnaires.live().stream().noneMatch(live -> live.code().equals(questionnaire))) {
            found.add(FieldProblem.of("questionnaire", "campaign.problem.questionnaire", questionnaire));
        }
        return found;
    }

    private void population(List<FieldProblem> found, Population chosen) {
        LocalDate today = today();
        if (chosen.from().isBefore(today.minusYears(OLDEST_YEARS)) || chosen.from().isAfter(today)) {
            found.add(FieldProblem.of("from", "campaign.problem.from", OLDEST_YEARS));
        }
        if (!chosen.from().isBefore(chosen.to())) {
            found.add(FieldProblem.of("to", "campaign.problem.to"));
        }
        if (chosen.most() < 1 || chosen.most() > Population.LARGEST) {
            found.add(FieldProblem.of("most", "campaign.problem.most", Population.LARGEST));
        }
        if (chosen.restDays() < 0 || chosen.restDays() > LONGEST_REST) {
            found.add(FieldProblem.of("restDays", "campaign.problem.restDays", LONGEST_REST));
        }
        String team = chosen.team();
        if (team != null && organisation.team(team).isEmpty()) {
            found.add(FieldProblem.of("team", "campaign.problem.team", team));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), days.zone());
    }
}
