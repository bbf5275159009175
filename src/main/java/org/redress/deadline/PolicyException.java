package org.redress.deadline;

/** A clock policy that leaves a question open or contradicts a rule of the house. */
public final class PolicyException extends DeadlineException {

    private static final long serialVersionUID = 1L;

    PolicyException(String code, Object... args) {
        super(code, args);
    }
}
