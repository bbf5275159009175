package org.redress.complaint;

import java.util.List;

/**
 * What a line of the timeline says; the sentence is the message {@code complaint.event.<name>}.
 */
enum EventKind {
    CAPTURED(Group.CONTACT, false, "channel", "by"),
    CLASSIFIED(Group.SYSTEM, true, "severity", "reasonEn", "reasonZh", "rule", "team"),
    OVERRIDDEN(Group.DECISION, true, "from", "severity", "reason"),
    OWNED(Group.SYSTEM, true, "owner"),
    ASSIGNED(Group.DECISION, false, "team", "category"),
    REJECTED(Group.DECISION, false, "reason"),
    MERGED(Group.DECISION, false, "into", "reason"),
    MERGED_HERE(Group.DECISION, true, "from"),
    SETTLED(Group.DECISION, false, "reason"),
    REFERRED_OUT(Group.DECISION, false, "reason"),
    SIGNED(Group.DECISION, false, "handler", "team"),
    RETURNED(Group.DECISION, true, "team", "reason"),
    RESOLVED(Group.DECISION, false, "basis"),
    REWORK(Group.DECISION, true, "reason"),
    ACCEPTED(Group.DECISION, true, "verdict", "reason"),
    RECALL_REACHED(Group.CONTACT, false, "solved", "rating", "reason"),
    RECALL_NOT_REACHED(Group.CONTACT, false, "attempt", "retryAt"),
    CLOSED(Group.DECISION, false, "outcome"),
    REOPENED(Group.DECISION, false, "reason"),
    WAITING(Group.CLOCK, false, "waitingFor", "reason"),
    RESUMED(Group.CLOCK, false, "reason"),
    RESUMED_BY_LIMIT(Group.CLOCK, true),
    WITHDRAWN(Group.DECISION, false, "reason"),
    NOTE(Group.CONTACT, true, "text"),
    NUDGED(Group.SYSTEM, true, "who"),
    CONTACTED(Group.CONTACT, false, "at", "text"),
    BREACHED(Group.CLOCK, true, "clock"),
    CLIMBED(Group.CLOCK, true, "clock", "share", "ladderAction"),
    ESCALATED(Group.SYSTEM, true, "cause", "level", "ladderAction"),
    SUPERVISED(Group.DECISION, true, "reason"),
    SUPERVISION_ANSWERED(Group.DECISION, true, "orderAction", "reason"),
    TRANSFERRED(Group.DECISION, false, "team", "reason"),
    EXTENSION_ASKED(Group.CLOCK, true, "until", "reason"),
    EXTENDED(Group.CLOCK, false, "until", "reason"),
    EXTENSION_REFUSED(Group.CLOCK, true, "reason"),
    OUTSIDE_BODY_TOLD(Group.CONTACT, false),
    DOCUMENT_ADDED(Group.SYSTEM, true, "name"),
    CUSTOMER_WROTE(Group.CONTACT, false, "text"),
    CUSTOMER_FILE(Group.CONTACT, false, "name"),
    CUSTOMER_RATED(Group.CONTACT, false, "rating"),
    CALENDAR_CORRECTED(Group.CLOCK, true, "clock", "at", "reason");

    /** Filters of the timeline. */
    enum Group {
        CONTACT, DECISION, CLOCK, SYSTEM
    }

    private final Group group;
    private final boolean internal;
    private final List<String> args;

    EventKind(Group group, boolean internal, String... args) {
        this.group = group;
        this.internal = internal;
        this.args = List.of(args);
    }

    Group group() {
        return group;
    }

    /** Whether only staff may read it. */
    boolean internal() {
        return internal;
    }

    /** Names of the arguments in the order of the sentence. */
    List<String> args() {
        return args;
    }
}
