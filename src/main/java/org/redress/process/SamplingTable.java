package org.redress.process;

import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.redress.callback.SamplingRule;
import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.springframework.stereotype.Component;

/** sampling.dmn, asked for every service job that comes in. */
@Component
class SamplingTable implements SamplingRule {

    private final Decisions decisions;

    SamplingTable(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Rate rate(Business business, Segment segment, boolean warranty) {
        DmnDecisionResultEntries hit = decisions.first("sampling",
                Map.of("business", business.name(), "segment", segment.name(), "warranty", warranty));
        return new Rate(((Number) hit.get("rate")).intValue(), ((Number) hit.get("windowDays")).intValue(), (String) hit.get("rule"));
    }
}
