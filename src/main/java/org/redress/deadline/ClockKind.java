package org.redress.deadline;

/** The clocks a case can carry (时限). The names are a promise of the API. */
public enum ClockKind {
    /** First contact with the customer (首次联系). */
    FIRST_CONTACT,
    /** The specialist assigns a team (派单). */
    ASSIGN,
    /** The team signs or returns (签收/退单). */
    SIGN,
    /** Resolve, internal target (内部办结). */
    RESOLVE,
    /** Resolve, as promised to the customer (对客承诺). */
    PROMISE,
    /** Call the customer again after the resolution (再回访). */
    RECALL,
    /** The deadline an outside body has set (外部时限); it never pauses. */
    OUTSIDE;

    /** Whether the step can happen anew in one case; what the customer was promised never starts again. */
    public boolean restartable() {
        return this == ASSIGN || this == SIGN || this == RECALL;
    }
}
