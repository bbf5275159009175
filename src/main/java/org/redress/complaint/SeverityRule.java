package org.redress.complaint;

import org.redress.deadline.Severity;
import org.redress.shared.Bilingual;

/** Port: the company's severity table (严重程度). */
public interface SeverityRule {

    Proposal propose(SeverityFacts facts);

    /** @param rule short name of the rule that fired; @param reason the rule in words */
    record Proposal(Severity severity, String rule, Bilingual reason) {
    }
}
