package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.briefing.BriefingCalendar;
import org.redress.briefing.BriefingWorkflow;
import org.redress.figure.PeriodKind;
import org.redress.shared.Actor;
import org.springframework.stereotype.Component;

/** A morning after the end of a period: its briefing is wanted. The kind stands in the model ({@code redress.period}). */
@Component("startBriefing")
class StartBriefing implements ModelStep {

    private final ModelLibrary models;
    private final BriefingCalendar calendar;
    private final BriefingWorkflow workflow;

    StartBriefing(ModelLibrary models, BriefingCalendar calendar, BriefingWorkflow workflow) {
        this.models = models;
        this.calendar = calendar;
        this.workflow = workflow;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String kind = models.text(execution.getProcessDefinitionId(), execution.getCurrentActivityId()).property("redress.period", PeriodKind.MONTH.name());
        workflow.start(calendar.lastOver(PeriodKind.valueOf(kind)), null, Actor.SYSTEM);
    }
}
