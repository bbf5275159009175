package org.redress.callback;

import java.time.Instant;
import java.util.List;

/**
 * A plan that somebody works on.
 *
 * @param revision counts up with each change
 * @param basedOn  version of the plan it began with
 */
public record PlanDraft(int revision, int basedOn, List<PlanRule> rules, String changedBy, Instant changedAt) {
}
