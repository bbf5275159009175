package org.redress.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of a clock's append-only ledger, as it is stored. {@link ClockLedger} writes them. Moments are cut to the microsecond,
 * which is what the database keeps, so that a due moment read back is the one that was told.
 *
 * @param kind the clock it belongs to
 * @param sequence rises with every line of one ledger, gaps allowed; decides the order
 * @param at when it happened; never before the line above
 * @param severity with {@code STARTED}, {@code RESTARTED}, {@code SEVERITY_CHANGED}
 * @param budget the time given with {@code STARTED}, {@code RESTARTED}, {@code SEVERITY_CHANGED}; the allowance in all with
 *     {@code PAUSED}; what is added, at most, with {@code EXTENDED}; the margin with {@code OUTSIDE_LIMIT}
 * @param limit the outside due moment with {@code OUTSIDE_LIMIT} and an outside clock's {@code STARTED}; the new due moment asked
 *     for with {@code EXTENDED}
 * @param note a person's reason, if any
 * @param calendar the calendar the clock keeps from this line on, back to the start of its round; null on a line that leaves it as it is
 */
public record LedgerEntry(ClockKind kind, long sequence, Instant at, LedgerEvent what,
        @Nullable Severity severity, @Nullable Budget budget, @Nullable Instant limit, @Nullable String note,
        @Nullable CalendarInForce calendar) {

    public LedgerEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        limit = limit == null ? null : limit.truncatedTo(ChronoUnit.MICROS);
        boolean complete = switch (what) {
            case STARTED, RESTARTED, SEVERITY_CHANGED -> severity != null && (kind == ClockKind.OUTSIDE
                    ? what != LedgerEvent.STARTED || limit != null
                    : budget != null);
            case PAUSED, EXTENDED -> budget != null;
            case OUTSIDE_LIMIT -> budget != null && limit != null;
            case CALENDAR_CORRECTED -> calendar != null;
            default -> true;
        };
        if (!complete) {
            throw new LedgerException("deadline.ledger.incomplete", what, kind);
        }
    }

    LedgerEntry keeping(CalendarInForce inForce) {
        return new LedgerEntry(kind, sequence, at, what, severity, budget, limit, note, inForce);
    }
}
