package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.briefing.BriefingSteps;
import org.springframework.stereotype.Component;

/** The briefing becomes final and its recipients are told. */
@Component("publishBriefing")
class PublishBriefing implements ModelStep {

    private final BriefingSteps briefings;

    PublishBriefing(BriefingSteps briefings) {
        this.briefings = briefings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        briefings.publish(Vars.id(execution, Vars.BRIEFING_ID));
    }
}
