package org.redress.calendar;

import java.time.Instant;

import org.redress.deadline.CalendarInForce;
import org.redress.deadline.ClockKind;

/** One clock of a proposal. */
public record ProposedMove(long caseId, String number, ClockKind clock, CalendarInForce from, CalendarInForce to, Instant oldDue,
        Instant newDue, MoveState state) {
}
