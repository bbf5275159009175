package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.briefing.BriefingSteps;
import org.springframework.stereotype.Component;

/** The briefing is not published. */
@Component("dropBriefing")
class DropBriefing implements ModelStep {

    private final BriefingSteps briefings;

    DropBriefing(BriefingSteps briefings) {
        this.briefings = briefings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        briefings.drop(Vars.id(execution, Vars.BRIEFING_ID));
    }
}
