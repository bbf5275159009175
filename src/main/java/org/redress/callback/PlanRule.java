package org.redress.callback;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;

/**
 * One rule of a sampling plan (抽样规则): for which jobs, and how many of a hundred are called. The first rule that fits decides. No
 * business, segment or team means any.
 *
 * @param id       of the rule in the released table, null for a new one
 * @param name     short name that is kept with each job
 * @param warranty null for both
 * @param own      conditions that a designer wrote in a way this page cannot show as choices, as text; null for ordinary ones
 * @param rate     0 to 100
 * @param windowDays days after the service in which a call makes sense
 * @param text     the rule in plain words
 */
public record PlanRule(@Nullable String id, String name, Set<Business> businesses, Set<Segment> segments, @Nullable Boolean warranty,
        Set<String> teams, @Nullable String own, int rate, int windowDays, Bilingual text) {

    public PlanRule {
        businesses = Set.copyOf(businesses);
        segments = Set.copyOf(segments);
        teams = Set.copyOf(teams);
    }

    /** Whether it takes every job. */
    public boolean takesAll() {
        return own == null && businesses.isEmpty() && segments.isEmpty() && warranty == null && teams.isEmpty();
    }

    boolean sameJobs(PlanRule other) {
        return businesses.equals(other.businesses) && segments.equals(other.segments) && teams.equals(other.teams)
                && Objects.equals(warranty, other.warranty) && Objects.equals(own, other.own);
    }

    PlanRule with(int newRate, int newWindowDays, Bilingual newText) {
        return new PlanRule(id, name, businesses, segments, warranty, teams, own, newRate, newWindowDays, newText);
    }
}
