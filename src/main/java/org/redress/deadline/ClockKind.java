package org.redress.deadline;

/** What a clock promises (时限). */
public enum ClockKind {
    FIRST_CONTACT, ASSIGN, SIGN, RESOLVE, PROMISE, RECALL, OUTSIDE
}
