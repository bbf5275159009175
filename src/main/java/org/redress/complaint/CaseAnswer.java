package org.redress.complaint;

import java.time.Instant;

/** What somebody sent with the form of a step, as typed. */
record CaseAnswer(String taskKey, Instant at, String actor, String json) {
}
