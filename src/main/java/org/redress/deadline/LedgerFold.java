package org.redress.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a ledger line by line in the order of its sequence and refuses a story that cannot be. */
final class LedgerFold {

    private final Calendars calendars;
    private final List<LedgerLine> lines = new ArrayList<>();
    private @Nullable LedgerEntry previous;
    private @Nullable ClockRound round;
    private int rounds;

    LedgerFold(Calendars calendars) {
        this.calendars = calendars;
    }

    ClockReading read(List<LedgerEntry> entries, @Nullable Instant now) {
        entries.stream().sorted(Comparator.comparingLong(LedgerEntry::sequence)).forEach(this::next);
        ClockRound current = round;
        if (current == null) {
            throw new LedgerException("deadline.ledger.empty");
        }
        if (now != null) {
            current.passTo(now);
        }
        return current.reading(rounds, lines, now);
    }

    private void next(LedgerEntry entry) {
        follows(entry);
        ClockRound current = round;
        if (current == null || entry.what() == LedgerEvent.RESTARTED) {
            begin(entry);
            return;
        }
        Instant before = current.due().at();
        CalendarInForce named = entry.calendar();
        if (named != null && !named.equals(current.inForce())) {
            current = current.over(named);
            round = current;
        }
        current.passTo(entry.at());
        current.apply(entry);
        line(entry, current.startedAt(), before, current.due());
    }

    private void begin(LedgerEntry entry) {
        boolean first = entry.what() == LedgerEvent.STARTED;
        if (first != (round == null) || !first && !entry.kind().restartable()) {
            throw new LedgerException(first ? "deadline.ledger.started" : "deadline.ledger.noRestart", entry.kind(), entry.what(), entry.at());
        }
        Severity severity = entry.severity();
        if (severity == null) {
            throw new LedgerException("deadline.ledger.incomplete", entry.what(), entry.kind());
        }
        ClockRound begun = new ClockRound(entry, severity, calendars, kept(entry, round));
        round = begun;
        rounds++;
        line(entry, entry.at(), entry.at(), begun.due());
    }

    /** A new round that names no calendar keeps the one of the round before. */
    private static CalendarInForce kept(LedgerEntry entry, @Nullable ClockRound before) {
        CalendarInForce named = entry.calendar();
        if (named != null) {
            return named;
        }
        return before == null ? CalendarInForce.FIRST : before.inForce();
    }

    private void line(LedgerEntry entry, Instant start, Instant before, DueMoment due) {
        Duration total = due.measure().between(start, due.at());
        Duration added = due.measure().between(before, due.at());
        boolean longer = due.at().isAfter(before);
        List<SpecialDay> days = longer ? due.measure().specialDays(before, due.at()) : List.of();
        List<Suspension> suspensions = longer ? due.measure().suspensions(before, due.at()) : List.of();
        lines.add(new LedgerLine(entry.sequence(), entry.at(), entry.what(), added.toMinutes(), total.toMinutes(),
                due.measure().calendar() != null, entry.note(), days, suspensions, due.at()));
    }

    /** One clock, one order: no line twice, none before the line above it. */
    private void follows(LedgerEntry entry) {
        LedgerEntry above = previous;
        if (above == null) {
            if (entry.what() != LedgerEvent.STARTED) {
                throw new LedgerException("deadline.ledger.notStarted", entry.kind(), entry.what(), entry.at());
            }
        } else if (entry.kind() != above.kind()) {
            throw new LedgerException("deadline.ledger.mixed", above.kind(), entry.kind());
        } else if (entry.sequence() == above.sequence()) {
            throw new LedgerException("deadline.ledger.sequence", entry.kind(), entry.sequence());
        } else if (entry.at().isBefore(above.at())) {
            throw new LedgerException("deadline.ledger.backwards", entry.kind(), entry.at(), above.at());
        }
        previous = entry;
    }
}
