package org.redress.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one clock (时限台账): append-only, immutable. Every verb answers a new ledger with one line more; {@link #read}
 * tells whether the story holds and when the clock is due. A verb does not check by itself, so read before you store
 * {@link #last}.
 */
public final class ClockLedger {

    private final List<LedgerEntry> entries;

    private ClockLedger(List<LedgerEntry> entries) {
        this.entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new LedgerException("deadline.ledger.empty");
        }
    }

    /** A stored ledger, in whatever order its lines arrive. */
    public static ClockLedger of(List<LedgerEntry> entries) {
        return new ClockLedger(entries.stream().sorted(Comparator.comparingLong(LedgerEntry::sequence)).toList());
    }

    /** A clock with a budget begins. */
    public static ClockLedger start(ClockKind kind, Instant at, Severity severity, Budget budget) {
        return new ClockLedger(List.of(new LedgerEntry(kind, 1, at, LedgerEvent.STARTED, severity, budget, null, null, null)));
    }

    /** The clock of an outside body begins; its due moment is given. */
    public static ClockLedger startOutside(Instant at, Severity severity, Instant dueAt) {
        return new ClockLedger(List.of(new LedgerEntry(ClockKind.OUTSIDE, 1, at, LedgerEvent.STARTED, severity, null, dueAt, null, null)));
    }

    /** Reads lines over the calendars they name without letting time pass beyond the last of them. */
    public static ClockReading fold(List<LedgerEntry> entries, Calendars calendars) {
        return new LedgerFold(calendars).read(entries, null);
    }

    public ClockReading read(Calendars calendars) {
        return fold(entries, calendars);
    }

    /**
     * As {@link #read(Calendars)}, seen at a later moment: a due moment behind it is a breach although nobody has written
     * it down yet, and a pause whose allowance is used up has ended.
     */
    public ClockReading readAt(Instant now, Calendars calendars) {
        return new LedgerFold(calendars).read(entries, now);
    }

    /** As {@link #readAt}, if the clock were corrected to another calendar at that moment; a stopped clock stays as it is. */
    public ClockReading readCorrected(Instant now, CalendarInForce inForce, Calendars calendars) {
        ClockReading reading = readAt(now, calendars);
        return reading.state().stopped() ? reading : correctCalendar(now, inForce, null).readAt(now, calendars);
    }

    /**
     * As {@link #readAt}, if work waited from now until then; a pause that uses up its allowance ends before. Nothing is kept.
     *
     * @param allowance how long the clock may pause in all; null for one that never pauses, which is read as it runs on
     */
    public ClockReading readIfPaused(Instant now, Instant until, @Nullable Budget allowance, Calendars calendars) {
        ClockReading reading = readAt(now, calendars);
        if (allowance == null || reading.state().stopped()) {
            return readAt(until, calendars);
        }
        try {
            ClockLedger waiting = reading.state() == ClockState.PAUSED ? this : pause(now, allowance, null);
            return waiting.resume(until).readAt(until, calendars);
        } catch (LedgerException usedUp) {
            return readAt(until, calendars); // there is no time left for another pause
        }
    }

    public ClockKind kind() {
        return last().kind();
    }

    public List<LedgerEntry> entries() {
        return entries;
    }

    /** The line that was written last. */
    public LedgerEntry last() {
        return entries.get(entries.size() - 1);
    }

    /** A full new budget for a step that happens anew. */
    public ClockLedger restart(Instant at, Severity severity, Budget budget) {
        return append(at, LedgerEvent.RESTARTED, severity, budget, null, null);
    }

    /**
     * @param allowance how long the clock may pause in all
     */
    public ClockLedger pause(Instant at, Budget allowance, @Nullable String reason) {
        return append(at, LedgerEvent.PAUSED, null, allowance, null, reason);
    }

    public ClockLedger resume(Instant at) {
        return append(at, LedgerEvent.RESUMED, null, null, null, null);
    }

    /** A step of the ladder was taken; read first whether the clock runs. The note tells people its share and its level. */
    public ClockLedger climb(Instant at, LadderStep step) {
        return append(at, LedgerEvent.CLIMBED, null, null, null, step.share() + " % / " + step.level());
    }

    /** Levels of the ladder taken since the clock last began. */
    public Set<Integer> climbed() {
        Set<Integer> levels = new HashSet<>();
        for (LedgerEntry entry : entries) {
            String note = entry.note();
            switch (entry.what()) {
                case STARTED, RESTARTED -> levels.clear();
                case CLIMBED -> levels.add(Integer.valueOf(String.valueOf(note).replaceFirst(".*/ ", "")));
                default -> {
                    // moves the clock, not its ladder
                }
            }
        }
        return levels;
    }

    public ClockLedger askExtension(Instant at, @Nullable String reason) {
        return append(at, LedgerEvent.EXTENSION_ASKED, null, null, null, reason);
    }

    /**
     * @param allowance what an extension may add at most
     * @param until the new due moment asked for, within the allowance; null takes all of it
     */
    public ClockLedger extend(Instant at, Budget allowance, @Nullable Instant until, @Nullable String reason) {
        return append(at, LedgerEvent.EXTENDED, null, allowance, until, reason);
    }

    /**
     * The new budget counts from the same start, and what was credited stays credited.
     *
     * @param budget null only for an outside body's clock
     */
    public ClockLedger changeSeverity(Instant at, Severity severity, @Nullable Budget budget, @Nullable String reason) {
        return append(at, LedgerEvent.SEVERITY_CHANGED, severity, budget, null, reason);
    }

    /** From now on the clock is due a margin before the outside deadline at the latest. */
    public ClockLedger limit(Instant at, Instant outsideDue, Budget margin) {
        return append(at, LedgerEvent.OUTSIDE_LIMIT, null, margin, outsideDue, null);
    }

    /** From the start of its round the clock keeps another calendar. */
    public ClockLedger correctCalendar(Instant at, CalendarInForce inForce, @Nullable String reason) {
        return with(new LedgerEntry(kind(), last().sequence() + 1, at, LedgerEvent.CALENDAR_CORRECTED, null, null, null, reason, inForce));
    }

    /** The last line, not stored yet, names the calendar it keeps. */
    public ClockLedger keeping(CalendarInForce inForce) {
        List<LedgerEntry> named = new ArrayList<>(entries);
        named.set(named.size() - 1, last().keeping(inForce));
        return new ClockLedger(named);
    }

    public ClockLedger breach(Instant at) {
        return append(at, LedgerEvent.BREACHED, null, null, null, null);
    }

    public ClockLedger stop(Instant at, @Nullable String note) {
        return append(at, LedgerEvent.STOPPED, null, null, null, note);
    }

    public ClockLedger cancel(Instant at, @Nullable String reason) {
        return append(at, LedgerEvent.CANCELLED, null, null, null, reason);
    }

    public ClockLedger reopen(Instant at, @Nullable String reason) {
        return append(at, LedgerEvent.REOPENED, null, null, null, reason);
    }

    private ClockLedger append(Instant at, LedgerEvent what, @Nullable Severity severity, @Nullable Budget budget,
            @Nullable Instant limit, @Nullable String note) {
        return with(new LedgerEntry(kind(), last().sequence() + 1, at, what, severity, budget, limit, note, null));
    }

    private ClockLedger with(LedgerEntry entry) {
        List<LedgerEntry> longer = new ArrayList<>(entries);
        longer.add(entry);
        return new ClockLedger(longer);
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
