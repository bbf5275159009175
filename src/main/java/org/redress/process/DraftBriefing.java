package org.redress.process;

import java.time.LocalDate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.briefing.BriefingSteps;
import org.redress.briefing.BriefingSteps.Drafted;
import org.redress.briefing.Period;
import org.redress.figure.PeriodKind;
import org.redress.shared.Business;
import org.springframework.stereotype.Component;

/** Freezes the numbers of the period; a second time counts them anew. */
@Component("draftBriefing")
class DraftBriefing implements ModelStep {

    private final BriefingSteps briefings;

    DraftBriefing(BriefingSteps briefings) {
        this.briefings = briefings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getVariable(Vars.BRIEFING_ID) instanceof Long id) {
            briefings.recount(id);
            return;
        }
        Period period = new Period(PeriodKind.valueOf(Vars.text(execution, Vars.PERIOD_KIND)), LocalDate.parse(Vars.text(execution, Vars.PERIOD_FROM)));
        Object business = execution.getVariable(Vars.BUSINESS);
        Drafted drafted = briefings.draft(period, business == null ? null : Business.valueOf(business.toString()),
                Vars.text(execution, Vars.STARTED_BY));
        execution.setVariable(Vars.BRIEFING_ID, drafted.id());
        execution.setVariable(Vars.FRESH, drafted.fresh());
        execution.setProcessBusinessKey(BriefingWorkflowAdapter.key(drafted.id()));
    }
}
