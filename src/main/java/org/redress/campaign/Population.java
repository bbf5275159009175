package org.redress.campaign;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.shared.Business;

/**
 * Whom a campaign calls: customers for whom jobs of this kind were done, one call each, about the newest of them.
 *
 * @param business       null for every kind
 * @param team           code, null for every team
 * @param region         as the job names it, null for everywhere
 * @param from           first day on which the job was done, in the company's zone
 * @param to             the day after the last one
 * @param onlyBadlyRated only jobs whose daily call or link was answered with a grade that means dissatisfied
 * @param onlyComplaints only jobs that a complaint came about
 * @param most           calls at most; of more customers so many are drawn, always the same ones
 * @param restDays       customers who were called in so many days before are left in peace; 0 for none
 */
public record Population(@Nullable Business business, @Nullable String team, @Nullable String region, @Nullable Segment segment, LocalDate from,
        LocalDate to, boolean onlyBadlyRated, boolean onlyComplaints, int most, int restDays) {

    public static final int LARGEST = 2_000;

    /** What a draw over this population is seeded with: the same choice draws the same customers, another one others. */
    String seed() {
        return String.join("|", String.valueOf(business), String.valueOf(team), String.valueOf(region), String.valueOf(segment), from.toString(),
                to.toString());
    }
}
