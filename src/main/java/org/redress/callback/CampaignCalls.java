package org.redress.callback;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Calls of a thematic campaign (专题回访) over a chosen population. */
public interface CampaignCalls {

    /**
     * Gives each of the jobs a line in the campaign and puts those that can be called on the call list, whatever the sampling picked. A
     * job that has a line in this campaign is left as it is, so the same call again opens nothing. Joins the running transaction;
     * without one, works in batches.
     *
     * @param jobIds        ids of service_job; an id that is not there is left out
     * @param questionnaire code of what is asked, null for what is asked of the business
     * @param windowEndsAt  calls not made until then lapse
     */
    Opened open(long campaignId, @Nullable String questionnaire, Collection<Long> jobIds, Instant windowEndsAt);

    /**
     * @param opened  calls that are on the list now
     * @param already jobs that had a line in this campaign before
     * @param not     why the others cannot be called: NO_PHONE, DO_NOT_CALL or LAPSED, with how many
     */
    record Opened(int opened, int already, Map<CallState, Integer> not) {
    }
}
