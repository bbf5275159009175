package org.redress.complaint;

import java.time.Instant;
import java.util.List;

/**
 * Somebody reminded who holds the work of a case (催办). Published in the transaction of the act.
 *
 * @param holders usernames, codes of teams or names of roles
 */
public record CaseNudged(long caseId, List<String> holders, String by, Instant at) {
}
