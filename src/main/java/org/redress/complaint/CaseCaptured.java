package org.redress.complaint;

import org.jspecify.annotations.Nullable;

/**
 * A complaint was captured. Published within the capturing transaction.
 *
 * @param complainant name, phone and email as told, or as the customer's file has them; null where nobody knows
 * @param language    language tag the customer is spoken to in, null where nobody knows
 * @param source      system it was taken in by, null for our own desks
 */
public record CaseCaptured(long caseId, String number, @Nullable String complainant, @Nullable String phone, @Nullable String email,
        @Nullable String language, @Nullable String source) {
}
