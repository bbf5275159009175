package org.redress.callback;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.callback.FollowUpCalls.CallRecord;
import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.redress.worklist.TaskKind;
import org.redress.worklist.TaskSubject;

/**
 * A line of the call programme that is to be written: the facts of its job and of the customer as they are now.
 *
 * @param vipAgent the customer's named person, null for none
 */
record NewLine(long jobId, String job, Business business, Instant doneAt, @Nullable String team, @Nullable String employee, long customerId,
        String customerName, @Nullable String phone, Segment segment, boolean doNotCall, @Nullable String vipAgent, Instant windowEndsAt) {

    /** Nobody is called without a number, against their wish, or when the window is over. */
    CallState state(Instant now) {
        if (phone == null || phone.isBlank()) {
            return CallState.NO_PHONE;
        }
        if (doNotCall) {
            return CallState.DO_NOT_CALL;
        }
        return windowEndsAt.isAfter(now) ? CallState.OPEN : CallState.LAPSED;
    }

    CallStart start(long callId, @Nullable Long campaignId, @Nullable String questionnaire, @Nullable String agent) {
        CallRecord call = new CallRecord(callId, job, business, doneAt, team, employee, customerId, windowEndsAt, windowEndsAt, campaignId,
                questionnaire, null);
        return new CallStart(call, subject(callId, job, customerName, segment), agent);
    }

    static TaskSubject subject(long callId, String job, String customerName, Segment segment) {
        return new TaskSubject(TaskKind.CALL, callId, job, null, null, null, customerName, null, null,
                segment == Segment.VIP ? Set.of("VIP") : Set.of());
    }
}
