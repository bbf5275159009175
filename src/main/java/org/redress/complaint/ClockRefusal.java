package org.redress.complaint;

import java.util.List;

import org.redress.deadline.LedgerException;
import org.redress.shared.Problem;

/** 409: the clock does not allow it; says so with the ledger's own sentence. */
final class ClockRefusal extends Problem {

    ClockRefusal(LedgerException cause) {
        super(409, cause.code(), List.of(cause.args()), List.of());
        initCause(cause);
    }
}
