package org.redress.campaign;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/**
 * A campaign (专题回访).
 *
 * @param code          TC, the year, and a number
 * @param name          null while it is only proposed
 * @param signal        what made the rule propose it; null when it was started by hand. So are {@code month} and {@code chart}
 * @param business      the kind of service it is about, null for several
 * @param chart         the points as they were when it was proposed
 * @param population    null before the start; so are the next three
 * @param questionnaire code of its questionnaire, null for what is asked of the business anyway
 * @param opened        calls that were put on the list
 * @param reason        why it was dropped
 * @param finding       the causes in the words of the manager
 * @param conclusion    what became of it
 */
public record Campaign(long id, String code, int version, CampaignState state, @Nullable String name, @Nullable Signal signal, @Nullable YearMonth month,
        @Nullable Business business, @Nullable ControlChart chart, @Nullable Population population, Map<LeftOut, Integer> leftOut,
        @Nullable String questionnaire, @Nullable Instant windowEndsAt, int opened, @Nullable String reason, @Nullable String finding,
        @Nullable String conclusion, Instant createdAt, String createdBy, @Nullable Instant startedAt, @Nullable String startedBy,
        @Nullable Instant decidedAt, @Nullable String decidedBy) {

    public boolean hasCalls() {
        return population != null;
    }
}
