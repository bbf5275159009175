package org.redress.process.studio;

/** One thing the house wants of every process. */
interface ProcessRule {

    void check(ProcessFile process, Models models, House house, Findings found);
}
