package org.redress.escalation;

/** Who is told of a step; the ladder table names one. Where nobody is there it falls through to the next, and says so. */
public enum LadderAudience {
    /** Who holds the work; the leader of its team if nobody does. */
    HOLDER,
    LEADER_AND_SPECIALIST,
    MANAGER,
    DIRECTOR,
    /** The customer; does not fall through. */
    CUSTOMER
}
