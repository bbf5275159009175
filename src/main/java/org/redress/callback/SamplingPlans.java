package org.redress.callback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.redress.shared.Problem;

/** Port: the company's sampling table as a plan that people read, change and release. */
public interface SamplingPlans {

    /** The plan in force. */
    Plan running();

    /** Every version there has been, the newest first. */
    List<Version> versions();

    /**
     * What a table of these rules would say, asked of the real thing.
     *
     * @return kinds of jobs that no rule fits are left out
     * @throws Problem 422 for rules that make no table
     */
    Map<JobKind, SamplingRule.Rate> rates(List<PlanRule> rules, Collection<JobKind> jobs);

    /**
     * Puts these rules into force for jobs that come in from now on. Joins the running transaction.
     *
     * @return the new version
     * @throws Problem 422 for a table that may not be released
     */
    int release(List<PlanRule> rules);

    record Plan(int version, List<PlanRule> rules) {
    }

    /** @param shipped it came with the product */
    record Version(int version, Instant at, boolean shipped) {
    }
}
