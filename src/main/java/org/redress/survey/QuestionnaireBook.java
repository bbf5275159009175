package org.redress.survey;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the questionnaires. */
@Service
@Transactional(readOnly = true)
class QuestionnaireBook implements Questionnaires {

    private final QuestionnaireTable table;

    QuestionnaireBook(QuestionnaireTable table) {
        this.table = table;
    }

    @Override
    public Questionnaire forCall(Business business, @Nullable String chosen) {
        List<Questionnaire> live = table.live();
        if (chosen != null) {
            return live.stream().filter(each -> each.code().equals(chosen)).findFirst().or(() -> lastLive(chosen))
                    .orElseThrow(() -> Problem.conflict("survey.problem.notLive", chosen));
        }
        return live.stream().filter(each -> !each.campaignOnly() && each.businesses().contains(business)).findFirst()
                .or(() -> live.stream().filter(each -> !each.campaignOnly() && each.businesses().isEmpty()).findFirst())
                .orElseThrow(() -> Problem.conflict("survey.problem.nothingLive"));
    }

    /** A campaign goes on with what it began with. */
    private Optional<Questionnaire> lastLive(String code) {
        return table.versions(code).stream().filter(each -> each.state() == QuestionnaireState.RETIRED).findFirst();
    }

    @Override
    public Optional<Questionnaire> find(String code, int version) {
        return table.find(code, version);
    }

    @Override
    public List<Questionnaire> live() {
        return table.live();
    }

    @Override
    public List<Questionnaire> all() {
        return table.all();
    }

    @Override
    public List<Questionnaire> versions(String code) {
        return table.versions(code);
    }
}
