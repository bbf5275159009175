package org.redress.process;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingWorkflow;
import org.redress.briefing.Period;
import org.redress.shared.Business;
import org.springframework.stereotype.Component;

/** The process {@code briefing}, wanted by a person or by the calendar. */
@Component
class BriefingWorkflowAdapter implements BriefingWorkflow {

    private final RuntimeService runtime;

    BriefingWorkflowAdapter(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** What runs of a briefing are found by. */
    static String key(long briefingId) {
        return "briefing/" + briefingId;
    }

    @Override
    public void start(Period period, @Nullable Business business, String by) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.PERIOD_KIND, period.kind().name());
        variables.put(Vars.PERIOD_FROM, period.from().toString());
        variables.put(Vars.BUSINESS, business == null ? null : business.name());
        variables.put(Vars.STARTED_BY, by);
        runtime.createMessageCorrelation("briefing.wanted").setVariables(variables).correlateStartMessage();
    }
}
