package org.redress.complaint;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Severity;

/**
 * A case as the person who does its next step must know it: what the customer said, and what was answered in this step before.
 *
 * @param callId      follow-up call it was heard in; null when it came in another way
 * @param lastAnswers answers of the same step the last time it was done, as JSON; null the first time
 */
public record CaseSheet(String number, Severity severity, @Nullable String severityReasonEn, @Nullable String severityReasonZh,
        Channel channel, Instant receivedAt, @Nullable String complainant, @Nullable String phone, @Nullable String category,
        @Nullable String team, String summary, @Nullable String words, @Nullable String remedySought, @Nullable String contactWay,
        @Nullable String outsideNumber, @Nullable String customerStatement, @Nullable String employeeStatement, @Nullable String finding,
        @Nullable String basisForResolution, Set<String> remedies, @Nullable String decisionReason, int reopenCount, @Nullable Long callId,
        @Nullable String lastAnswers) {
}
