package org.redress.deadline;

/** A ledger that tells an impossible story, for example a resume without a pause. */
public final class LedgerException extends DeadlineException {

    private static final long serialVersionUID = 1L;

    LedgerException(String code, Object... args) {
        super(code, args);
    }
}
