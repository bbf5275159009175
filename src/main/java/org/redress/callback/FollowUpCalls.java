package org.redress.callback;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;
import org.redress.worklist.TaskSubject;

/** What happens to a follow-up call (回访), called by its process and by the call sheet. State changes are guarded (409). */
public interface FollowUpCalls {

    /**
     * One attempt.
     *
     * @param answer  null when not reached
     * @param retryAt what was agreed with the household, null for the next half-day
     */
    Attempted attempted(long callId, @Nullable CallAnswer answer, @Nullable Instant retryAt);

    /** @param attempts half-days in which somebody tried so far; @param retryAt when to try again, null when reached */
    record Attempted(int attempts, @Nullable Instant retryAt) {
    }

    /** Three attempts, nobody reached: its own outcome. */
    void giveUp(long callId);

    /** The window is over: lapsed, and counted. */
    void lapse(long callId);

    /** Reached, and nothing to investigate. @param outcome SATISFIED, NEUTRAL or UNRATED */
    void evaluated(long callId, String outcome);

    /** Reached, and a case was opened. @param outcome COMPLAINT or DISSATISFIED */
    void caseOpened(long callId, String outcome, String caseNumber);

    /** The customer does not want to be called: ended, and counted by itself. */
    void declined(long callId);

    /** Everything a case opened from this call must carry over. */
    CallRecord record(long callId);

    TaskSubject subject(long callId);

    /** The rated employee's account: never makes the call about their own work. */
    Optional<String> ratedEmployee(long callId);

    record CallAnswer(@Nullable Boolean appointmentKept, String scale, @Nullable String rating, @Nullable String suggestion,
            boolean complaint, @Nullable String complaintSummary) {
    }

    /**
     * @param customerId    id in the customer file
     * @param dueAt         when it must have been made: a promised call at its time, any other when the window ends
     * @param campaignId    the campaign that chose the job, null for the daily programme
     * @param questionnaire what is asked, null for what is asked of the business
     */
    record CallRecord(long callId, String jobId, Business business, Instant doneAt, @Nullable String team, @Nullable String employee,
            long customerId, Instant windowEndsAt, Instant dueAt, @Nullable Long campaignId, @Nullable String questionnaire,
            @Nullable CallAnswer answer) {
    }
}
