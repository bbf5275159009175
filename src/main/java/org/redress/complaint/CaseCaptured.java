package org.redress.complaint;

import org.jspecify.annotations.Nullable;

/**
 * A complaint was captured. Published within the capturing transaction.
 *
 * @param complainant name, phone and email as told, or as the customer's file has them; null where nobody knows
 * @param language    language tag the customer is spoken to in, null where nobody knows
 * @param imported    another system took it in, and has said so to the customer
 */
public record CaseCaptured(long caseId, String number, @Nullable String complainant, @Nullable String phone, @Nullable String email,
        @Nullable String language, boolean imported) {
}
