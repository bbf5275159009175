package org.redress.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A line of the timeline.
 *
 * @param kind  part of the message key {@code complaint.event.<kind>}
 * @param group CONTACT, DECISION, CLOCK or SYSTEM
 * @param args  names of the arguments in the order of the sentence
 * @param data  arguments by name; codes, not words
 */
public record TimelineEntry(long id, Instant at, String actor, String kind, String group, boolean internal, List<String> args,
        Map<String, Object> data) {
}
