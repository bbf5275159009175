package org.redress.process.studio;

/** One thing the house wants of every decision. */
interface DecisionFileRule {

    void check(DecisionFile file, Models models, House house, Findings found);
}
