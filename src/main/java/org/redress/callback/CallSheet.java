package org.redress.callback;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Customer;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.worklist.OpenTask;

/**
 * Everything an agent needs for one call.
 *
 * @param team         name of the team that did the job, null when it is gone
 * @param employee     who did it, as they are called
 * @param promisedAt   time promised to the household, null for none
 * @param earlierCases complaints of the customer so far
 * @param campaign     name of the thematic campaign it belongs to, null for the daily programme
 */
public record CallSheet(OpenTask task, Customer customer, Business business, Instant doneAt, @Nullable Instant appointmentAt,
        @Nullable Bilingual team, @Nullable Bilingual employee, boolean warranty, Instant windowEndsAt,
        @Nullable Instant promisedAt, int earlierCases, List<CallAttempt> attempts, @Nullable String campaign) {
}
