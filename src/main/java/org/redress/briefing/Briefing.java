package org.redress.briefing;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/**
 * A briefing (回访简报) as it stands.
 *
 * @param business  null for all of them
 * @param content   with the words added so far
 * @param sha256    of the stored content, in hexadecimal digits
 * @param draftedBy a username, or the product's own name for one that a timer started
 * @param endedBy   who published or dropped it; null while it is a draft
 * @param reason    why it was dropped
 */
public record Briefing(long id, Period period, @Nullable Business business, BriefingState state, BriefingContent content, String sha256,
        String draftedBy, Instant draftedAt, @Nullable String endedBy, @Nullable Instant endedAt, @Nullable String reason) {

    public boolean isPublished() {
        return state == BriefingState.PUBLISHED;
    }

    /** Its stable address. */
    public String path() {
        return path(period, business);
    }

    static String path(Period period, @Nullable Business business) {
        return "/briefings/" + period.kind().name().toLowerCase(Locale.ROOT) + "/" + period.code()
                + (business == null ? "" : "?business=" + business);
    }
}
