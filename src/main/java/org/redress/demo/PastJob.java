package org.redress.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/**
 * A job of an earlier month with what became of its follow-up call.
 *
 * @param call null where the sampling table did not pick the job
 */
record PastJob(String number, Business business, Instant doneAt, Instant appointmentAt, String team, String employee, PastCustomer customer,
        boolean warranty, int rate, String rule, @Nullable PastCall call) {

    /**
     * @param state    a final state of follow_up_call
     * @param attempts moments of the tries, oldest first; the last one reached the customer where there is an answer
     * @param rating   grade of GRADE5, null for not rated
     */
    record PastCall(String state, @Nullable String outcome, Instant windowEndsAt, List<Instant> attempts, boolean reached,
            @Nullable Boolean appointmentKept, @Nullable String rating, @Nullable String suggestion, @Nullable String agent, Instant closedAt) {
    }
}
