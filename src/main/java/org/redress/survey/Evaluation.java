package org.redress.survey;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.shared.Business;

/**
 * One asking of one customer about one service (一次询问), with the answer where there is one.
 *
 * @param sourceKey  what makes it one and the same: {@code CALL:<call id>}, {@code LINK:<link id>}, {@code OUT:<externalId>}
 * @param askedAt    when the customer was called, the link was sent, or the page was offered; for a call given up, the moment of that
 * @param reached    the customer was spoken to, or opened and answered the link
 * @param answer     null when not reached
 * @param outcome    SATISFIED, NEUTRAL, DISSATISFIED, UNRATED, COMPLAINT; null when not reached
 * @param agent      who asked, null where nobody did
 * @param caseNumber the case that was opened from the answer
 */
public record Evaluation(String sourceKey, Via via, Service about, @Nullable Long campaignId, Instant askedAt, boolean reached,
        @Nullable Answer answer, @Nullable String outcome, @Nullable String agent, @Nullable String caseNumber) {

    /**
     * What the customer was asked about.
     *
     * @param jobId       id of service_job, null where the service is not known here
     * @param callId      id of follow_up_call, null for every other way
     * @param complaintId id of complaint, where the handling of a case was rated
     * @param team        code of the team whose service it was
     * @param employee    the rated employee
     */
    public record Service(@Nullable Long jobId, @Nullable Long callId, @Nullable Long complaintId, Business business, @Nullable String team,
            @Nullable String employee, @Nullable String region, Segment segment, Instant doneAt) {
    }

    /**
     * What the customer said. The meaning of the rating is looked up and kept when the row is written.
     *
     * @param questionnaire null where no questionnaire of ours was used
     * @param rating        code of a grade of the scale, null when the customer gave none (未评价)
     * @param further       answers to the questions a questionnaire asks beyond the fixed ones, by the key of the question
     */
    public record Answer(Instant at, @Nullable String questionnaire, @Nullable Integer questionnaireVersion, @Nullable String scale,
            @Nullable String rating, @Nullable Boolean appointmentKept, @Nullable String suggestion, Map<String, Object> further) {
    }
}
