package org.redress.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Budget;
import org.redress.deadline.CalendarInForce;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockLedger;
import org.redress.deadline.ClockPolicy;
import org.redress.deadline.ClockReading;
import org.redress.deadline.ClockState;
import org.redress.deadline.HalfDay;
import org.redress.deadline.LadderPolicy;
import org.redress.deadline.LadderStep;
import org.redress.deadline.LedgerEntry;
import org.redress.deadline.LedgerException;
import org.redress.deadline.Severity;

/** The clocks of one case: which starts and stops when. What is due when is the fold of module {@code deadline} alone. */
final class CaseClocks {

    /** What waiting holds up and what a reopened case goes on with. */
    private static final List<ClockKind> RESOLUTION = List.of(ClockKind.RESOLVE, ClockKind.PROMISE);
    private static final double CRITICAL = 1.5;
    /** From this share on a clock counts as at risk (临近超时). */
    static final double AT_RISK = 0.75;

    private final ClockPolicy policy;
    private final LadderPolicy ladder;
    private final Calendars calendars;
    private final @Nullable String area;
    private final @Nullable String kind;
    private final Map<ClockKind, ClockLedger> ledgers = new EnumMap<>(ClockKind.class);
    private final List<LedgerEntry> fresh = new ArrayList<>();
    private boolean rewritten;

    /**
     * @param area where the case happened, as regions and suspensions of the calendar name it
     * @param kind class of its category
     */
    CaseClocks(ClockPolicy policy, LadderPolicy ladder, Calendars calendars, @Nullable String area, @Nullable String kind, Collection<ClockLedger> stored) {
        this.policy = policy;
        this.ladder = ladder;
        this.calendars = calendars;
        this.area = area;
        this.kind = kind;
        stored.forEach(ledger -> ledgers.put(ledger.kind(), ledger));
    }

    /** First start, or a new round of a step that happens anew. */
    void start(ClockKind kind, Instant at, Severity severity) {
        Budget budget = policy.budget(kind, severity).orElseThrow();
        ClockLedger ledger = ledgers.get(kind);
        ClockLedger begun = ledger == null ? ClockLedger.start(kind, at, severity, budget) : ledger.restart(notBefore(ledger, at), severity, budget);
        write(begun.keeping(newest()));
    }

    /** A step of the company's own has begun: its clock runs anew, one that runs goes on. */
    void startAnew(ClockKind kind, Instant at, Severity severity) {
        if (!kind.restartable()) {
            throw new IllegalArgumentException(kind + " runs from the first day of a case and never begins again");
        }
        if (!runs(kind)) {
            start(kind, at, severity);
        }
    }

    /** An outside body's deadline: a clock of its own, and a limit for those that must be done before it. */
    void outside(Instant at, Instant dueAt, Severity severity) {
        write(ClockLedger.startOutside(at, severity, dueAt).keeping(newest()));
        for (ClockKind kind : EnumSet.copyOf(ledgers.keySet())) {
            policy.outsideMargin(kind, severity).ifPresent(margin -> change(kind, ledger -> ledger.limit(notBefore(ledger, at), dueAt, margin)));
        }
    }

    void stop(ClockKind kind, Instant at) {
        if (runs(kind)) {
            change(kind, ledger -> ledger.stop(notBefore(ledger, at), null));
        }
    }

    void stopAll(Instant at) {
        EnumSet.allOf(ClockKind.class).forEach(kind -> stop(kind, at));
    }

    void cancelAll(Instant at) {
        for (ClockKind kind : ClockKind.values()) {
            if (runs(kind)) {
                change(kind, ledger -> ledger.cancel(notBefore(ledger, at), null));
            }
        }
    }

    /** @throws org.redress.shared.Problem 409 when the time allowed for waiting is used up */
    void pause(Instant at, Severity severity, String reason) {
        for (ClockKind kind : RESOLUTION) {
            Optional<Budget> allowance = policy.pause(kind, severity);
            if (allowance.isPresent() && runs(kind)) {
                change(kind, ledger -> ledger.pause(notBefore(ledger, at), allowance.get(), reason));
            }
        }
    }

    void resume(Instant at) {
        for (ClockKind kind : RESOLUTION) {
            if (reading(kind).map(ClockReading::state).orElse(ClockState.CANCELLED) == ClockState.PAUSED) {
                change(kind, ledger -> ledger.resume(notBefore(ledger, at)));
            }
        }
    }

    /** The case came back: what had stopped goes on with the time it had used. */
    void reopen(Instant at) {
        for (ClockKind kind : List.of(ClockKind.RESOLVE, ClockKind.PROMISE, ClockKind.OUTSIDE)) {
            if (ledgers.containsKey(kind) && !runs(kind)) {
                change(kind, ledger -> ledger.reopen(notBefore(ledger, at), null));
            }
        }
    }

    void changeSeverity(Instant at, Severity severity, @Nullable String reason) {
        for (ClockKind kind : ClockKind.values()) {
            if (runs(kind)) {
                Budget budget = policy.budget(kind, severity).orElse(null);
                change(kind, ledger -> ledger.changeSeverity(notBefore(ledger, at), severity, budget, reason));
            }
        }
    }

    /** Whether the clock has run past its due moment and nobody has written it down in this round. */
    boolean isBreach(ClockKind kind, Instant at) {
        ClockLedger ledger = ledgers.get(kind);
        if (ledger == null) {
            return false;
        }
        ClockReading now = ledger.readAt(at, calendars);
        return !now.breachWritten() && now.state() == ClockState.RUNNING && !at.isBefore(now.dueAt());
    }

    void breach(ClockKind kind, Instant at) {
        change(kind, ledger -> ledger.breach(notBefore(ledger, at)));
    }

    /** A step of the ladder and the moment it is due if the clock goes on as it does. */
    record NextStep(LadderStep step, Instant at) {
    }

    /** The step that the clock has not taken yet; empty at the top of the ladder, and where there is no such clock. */
    Optional<NextStep> nextStep(ClockKind kind) {
        ClockLedger ledger = ledgers.get(kind);
        if (ledger == null) {
            return Optional.empty();
        }
        return nextStep(ledger, ledger.read(calendars));
    }

    private Optional<NextStep> nextStep(ClockLedger ledger, ClockReading reading) {
        // By level and not by number: another severity, or a new table, has another order.
        Set<Integer> taken = ledger.climbed();
        return ladder.steps(reading.kind(), reading.severity()).stream().filter(step -> !taken.contains(step.level())).findFirst()
                .map(step -> new NextStep(step, reading.momentAtShare(step.part())));
    }

    /** The step that fires next; empty while the clock is paused or stopped, and at the top. */
    Optional<NextStep> upcoming(ClockKind kind) {
        return reading(kind).filter(reading -> reading.state() == ClockState.RUNNING)
                .flatMap(reading -> nextStep(Objects.requireNonNull(ledgers.get(kind)), reading));
    }

    /** When the ladder fires next; empty as {@link #upcoming}. */
    Optional<Instant> firesAt(ClockKind kind) {
        return upcoming(kind).map(NextStep::at);
    }

    /** The highest level reached since the clock last began; 0 for none. */
    int ladderLevel(ClockKind kind) {
        ClockLedger ledger = ledgers.get(kind);
        return ledger == null ? 0 : ledger.climbed().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    void climb(ClockKind kind, Instant at, LadderStep step) {
        change(kind, ledger -> ledger.climb(notBefore(ledger, at), step));
    }

    /** Clocks for which more time may be asked: of those that the promise depends on, the ones that run or wait. */
    List<ClockKind> extendable(Severity severity) {
        return RESOLUTION.stream().filter(this::runs).filter(kind -> policy.extension(kind, severity).isPresent()).toList();
    }

    void askExtension(ClockKind kind, Instant at, String reason) {
        change(kind, ledger -> ledger.askExtension(notBefore(ledger, at), reason));
    }

    /** @param until the new due moment; the most that the policy allows where it allows less for this clock */
    void extend(ClockKind kind, Instant at, Severity severity, Instant until, String reason) {
        Budget allowance = policy.extension(kind, severity).orElseThrow();
        change(kind, ledger -> {
            ClockReading now = ledger.read(calendars);
            Instant latest = now.extendedBy(allowance);
            Instant wanted = until.isAfter(latest) ? latest : until;
            return wanted.isAfter(now.dueAt()) ? ledger.extend(notBefore(ledger, at), allowance, wanted, reason) : ledger;
        });
    }

    /** The latest moment an extension may move this clock to. */
    Instant latestExtension(ClockKind kind, Severity severity) {
        return reading(kind).orElseThrow().extendedBy(policy.extension(kind, severity).orElseThrow());
    }

    boolean runs(ClockKind kind) {
        return reading(kind).map(reading -> !reading.state().stopped()).orElse(false);
    }

    Optional<ClockReading> reading(ClockKind kind) {
        return Optional.ofNullable(ledgers.get(kind)).map(ledger -> ledger.read(calendars));
    }

    /** As they read at a moment, in the order of their kinds. */
    List<ClockReading> readingsAt(Instant now) {
        return ledgers.values().stream().map(ledger -> ledger.readAt(now, calendars)).toList();
    }

    /** Every open clock as it would read if work waited from now until then; nothing is kept. */
    List<ClockReading> ifWaiting(Instant now, Instant until, Severity severity) {
        return ledgers.values().stream().filter(ledger -> runs(ledger.kind())).map(ledger -> {
            Budget allowance = RESOLUTION.contains(ledger.kind()) ? policy.pause(ledger.kind(), severity).orElse(null) : null;
            return ledger.readIfPaused(notBefore(ledger, now), until, allowance, calendars);
        }).toList();
    }

    /** The clock of a step, or the promise where that does not run. */
    ClockReading due(ClockKind kind) {
        return reading(kind).filter(reading -> !reading.state().stopped())
                .or(() -> reading(ClockKind.PROMISE))
                .or(() -> reading(kind))
                .orElseThrow(() -> new IllegalStateException("no clock was ever started for " + kind));
    }

    /** When 150 % are used; the due moment where a paused or stopped clock will not get there. */
    static Instant critical(ClockReading reading) {
        Instant moment = reading.momentAtShare(CRITICAL);
        return moment == null ? reading.dueAt() : moment;
    }

    /** When a running pause is used up; for clocks that never pause, the pause of an S2 case that began now. */
    Instant waitingLimit(Instant now) {
        return RESOLUTION.stream().map(this::reading).flatMap(Optional::stream).map(ClockReading::pauseEndsAt)
                .filter(Objects::nonNull).findFirst()
                .orElseGet(() -> calendars.current().plus(now, policy.pause(ClockKind.RESOLVE, Severity.S2).orElseThrow()));
    }

    /** Whether the clock is open and keeps that calendar. */
    boolean keeps(ClockKind kind, CalendarInForce calendar) {
        return runs(kind) && reading(kind).map(ClockReading::inForce).filter(calendar::equals).isPresent();
    }

    void correct(ClockKind kind, Instant at, CalendarInForce to, String reason) {
        ClockLedger ledger = ledgers.get(kind);
        if (ledger != null) {
            write(ledger.correctCalendar(notBefore(ledger, at), to, reason));
        }
    }

    boolean inOneHalfDay(Instant one, Instant other) {
        return HalfDay.of(one, calendars.current()).equals(HalfDay.of(other, calendars.current()));
    }

    /** Lines not stored yet. */
    List<LedgerEntry> fresh() {
        return List.copyOf(fresh);
    }

    /** Every clock is to be stored as its ledger reads, changed or not. */
    void rewrite() {
        rewritten = true;
    }

    boolean isRewritten() {
        return rewritten;
    }

    Set<ClockKind> touched() {
        Set<ClockKind> kinds = rewritten && !ledgers.isEmpty() ? EnumSet.copyOf(ledgers.keySet()) : EnumSet.noneOf(ClockKind.class);
        fresh.forEach(entry -> kinds.add(entry.kind()));
        return kinds;
    }

    void stored() {
        rewritten = false;
        fresh.clear();
    }

    private void change(ClockKind kind, UnaryOperator<ClockLedger> verb) {
        ClockLedger ledger = ledgers.get(kind);
        if (ledger != null) {
            ClockLedger longer = verb.apply(ledger);
            if (longer != ledger) {
                write(keepsUp(ledger, longer.last().at()) ? longer.keeping(newest()) : longer);
            }
        }
    }

    /** A line takes the newest calendar where that moves nothing by itself; what it would move is for a person to approve. */
    private boolean keepsUp(ClockLedger ledger, Instant at) {
        ClockReading now = ledger.readAt(at, calendars);
        return !now.state().stopped() && !now.inForce().equals(newest()) && !movedBy(now, ledger.readCorrected(at, newest(), calendars));
    }

    static boolean movedBy(ClockReading now, ClockReading corrected) {
        return !now.dueAt().equals(corrected.dueAt()) || !Objects.equals(now.breachedAt(), corrected.breachedAt());
    }

    private CalendarInForce newest() {
        return new CalendarInForce(calendars.newest(), area, kind);
    }

    /** A story that does not hold is refused before it is kept. */
    private void write(ClockLedger longer) {
        try {
            longer.read(calendars);
        } catch (LedgerException e) {
            throw new ClockRefusal(e);
        }
        ledgers.put(longer.kind(), longer);
        fresh.add(longer.last());
    }

    private static Instant notBefore(ClockLedger ledger, Instant at) {
        Instant last = ledger.last().at();
        return at.isBefore(last) ? last : at;
    }
}
