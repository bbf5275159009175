package org.redress.escalation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param clock      a {@code ClockKind}, or CASE for causes that are no clock
 * @param cause      SHARE, a trigger of the ladder table, or MANUAL
 * @param dueAt      when it was to be taken
 * @param recipients usernames
 */
public record LadderStepRow(long id, long caseId, String clock, int round, int level, String cause, @Nullable Integer share, LadderAction action,
        Instant dueAt, Instant firedAt, List<String> recipients, @Nullable String noteEn, @Nullable String noteZh,
        @Nullable String acknowledgedBy, @Nullable Instant acknowledgedAt) {
}
