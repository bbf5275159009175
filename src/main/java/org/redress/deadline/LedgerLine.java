package org.redress.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger as a person checks it: what happened, what it added, and when the clock is due after it.
 *
 * @param minutes what the line adds in the clock's own measure (working minutes for business budgets, otherwise wall-clock
 *     minutes): the whole budget at the start, the credit of a pause at its end; negative when a change of severity takes time away
 * @param totalMinutes from the beginning of the round to the due moment after this line, in the same measure: the running total
 * @param working whether both count working time; false for wall-clock time
 * @param calendarDays the holidays and make-up days the added time runs across
 * @param suspensions the suspensions that lie on the way
 */
public record LedgerLine(long sequence, Instant at, LedgerEvent what, long minutes, long totalMinutes,
        boolean working, @Nullable String note,
        List<SpecialDay> calendarDays, List<Suspension> suspensions, Instant dueAt) {

    public LedgerLine {
        calendarDays = List.copyOf(calendarDays);
        suspensions = List.copyOf(suspensions);
    }
}
