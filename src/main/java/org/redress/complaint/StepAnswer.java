package org.redress.complaint;

import java.time.Instant;
import java.util.Map;

/** What somebody sent with the form of a step. @param answers by the name of the field, as typed */
public record StepAnswer(String taskKey, Instant at, String actor, Map<String, Object> answers) {
}
