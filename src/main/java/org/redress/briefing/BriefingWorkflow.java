package org.redress.briefing;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/** Port to the process of a briefing. */
public interface BriefingWorkflow {

    /**
     * Starts it: when it returns, the draft is there and waits for its review, or there was one already.
     *
     * @param by a username, or the product's own name
     */
    void start(Period period, @Nullable Business business, String by);
}
