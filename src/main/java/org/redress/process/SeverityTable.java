package org.redress.process;

import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.redress.complaint.SeverityFacts;
import org.redress.complaint.SeverityRule;
import org.redress.deadline.Severity;
import org.redress.shared.Bilingual;
import org.springframework.stereotype.Component;

/** severity.dmn, asked while a complaint is still being typed. */
@Component
class SeverityTable implements SeverityRule {

    private final Decisions decisions;

    SeverityTable(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Proposal propose(SeverityFacts facts) {
        DmnDecisionResultEntries hit = decisions.first("severity", RuleFacts.of(facts));
        return new Proposal(Severity.valueOf((String) hit.get("severity")), (String) hit.get("rule"),
                new Bilingual((String) hit.get("reasonEn"), (String) hit.get("reasonZh")));
    }
}
