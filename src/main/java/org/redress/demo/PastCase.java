package org.redress.demo;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Channel;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;

/**
 * A complaint of an earlier month, from its receipt to its end.
 *
 * @param team   null where it was settled on the call
 * @param moments what happened when, see {@link Step}; only what happened
 */
record PastCase(PastJob job, Channel channel, Severity severity, String rule, String reasonEn, String reasonZh, Story story, @Nullable String team,
        @Nullable String handler, String verdict, String liable, Map<Step, Instant> moments) {

    /** What the customer complained of, and what was found to be behind it. */
    record Story(String category, String summary, String rootCause) {
    }

    enum Step {
        RECEIVED, CONTACTED, ASSIGNED, SIGNED, RESOLVED, ACCEPTED, CLOSED
    }

    boolean settled() {
        return team == null;
    }

    String state() {
        return settled() ? "SETTLED_ON_CALL" : "CLOSED";
    }

    Instant at(Step step) {
        return moments.get(step);
    }

    /** Which clocks ran from when to when, as the loop starts and stops them. */
    Map<ClockKind, List<Instant>> clocks() {
        Map<ClockKind, List<Instant>> clocks = new EnumMap<>(ClockKind.class);
        Instant received = at(Step.RECEIVED);
        Instant resolved = settled() ? at(Step.CLOSED) : at(Step.RESOLVED);
        clocks.put(ClockKind.FIRST_CONTACT, List.of(received, at(Step.CONTACTED)));
        clocks.put(ClockKind.ASSIGN, List.of(received, settled() ? at(Step.CLOSED) : at(Step.ASSIGNED)));
        clocks.put(ClockKind.RESOLVE, List.of(received, resolved));
        clocks.put(ClockKind.PROMISE, List.of(received, resolved));
        if (!settled()) {
            clocks.put(ClockKind.SIGN, List.of(at(Step.ASSIGNED), at(Step.SIGNED)));
            clocks.put(ClockKind.RECALL, List.of(at(Step.ACCEPTED), at(Step.CLOSED)));
        }
        return clocks;
    }
}
