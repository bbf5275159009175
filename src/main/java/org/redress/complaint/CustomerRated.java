package org.redress.complaint;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/**
 * A customer rated the outcome of their case on its page. Published in the transaction of the act; a later rating takes the place of the one before.
 *
 * @param business   kind of service the case is about, null where nobody knows
 * @param customerId id in the customer file, null for somebody unknown
 * @param outcomeAt  when the outcome was there
 */
public record CustomerRated(long caseId, String number, @Nullable Business business, @Nullable Long customerId, @Nullable String team,
        Instant outcomeAt, String scale, String grade, Instant at) {
}
