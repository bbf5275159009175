package org.redress.complaint;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.customer.CustomerData;
import org.redress.deadline.Severity;
import org.redress.shared.Business;

/**
 * A complaint as it is captured (受理), whatever the entrance: page, API, follow-up call, import.
 *
 * @param receivedAt     when the customer complained; null = now
 * @param severity       a person's override of the proposal, null = the rule decides
 * @param severityReason required with {@code severity}
 * @param sourceTeam     team that another system had already made responsible, null where nobody has
 * @param source         system it was imported from, with {@code sourceKey} unique; both null otherwise
 * @param note           internal note written with the capture, for example why it is no repeat
 * @param callId         follow-up call it was heard in
 */
public record CaptureComplaint(Channel channel, @Nullable String outsideNumber, @Nullable Instant outsideDueAt,
        @Nullable CustomerData customer, boolean anonymous, boolean confidential, @Nullable String contactWay, @Nullable String category,
        @Nullable String summary, @Nullable String words, @Nullable String remedySought, boolean safety, boolean media, int groupSize,
        @Nullable Instant receivedAt, @Nullable String serviceJob, @Nullable Business business, @Nullable Severity severity,
        @Nullable String severityReason, @Nullable String sourceTeam, @Nullable String source, @Nullable String sourceKey,
        @Nullable Long callId, @Nullable String repeatOf, @Nullable String note) {

    /** The least a complaint needs; everything else by {@code with...} copies of the builder. */
    public static CaptureComplaintBuilder by(Channel channel) {
        return new CaptureComplaintBuilder(channel);
    }
}
