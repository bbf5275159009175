package org.redress.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One round of a clock, from a start to its stop or to the next restart: applies entries and knows which are allowed when. */
final class ClockRound {

    private final LedgerEntry start;
    private final Calendars calendars;
    private final CalendarInForce inForce;
    private final WorkingCalendar company;
    private final List<LedgerEntry> told = new ArrayList<>();
    private final DueMoment due;
    private final Pause pause = new Pause();
    private final List<Run> runs = new ArrayList<>();
    private ClockState state = ClockState.RUNNING;
    private Severity severity;
    private @Nullable Budget budget;
    private @Nullable Instant breachedAt;
    private boolean breachWritten;
    /** While its lines are told again over another calendar: what had been allowed stays allowed. */
    private boolean retelling;
    private boolean extended;
    private boolean askedInTime;
    private @Nullable Instant stoppedAt;

    ClockRound(LedgerEntry start, Severity severity, Calendars calendars, CalendarInForce inForce) {
        this.start = start;
        this.severity = severity;
        this.calendars = calendars;
        this.inForce = inForce;
        company = calendars.of(inForce);
        budget = start.budget();
        due = new DueMoment(company, start.at(), severity, budget, start.limit());
        runs.add(new Run(start.at(), null));
    }

    ClockState state() {
        return state;
    }

    Instant startedAt() {
        return start.at();
    }

    DueMoment due() {
        return due;
    }

    CalendarInForce inForce() {
        return inForce;
    }

    /** The same lines over another calendar from the start of the round, as if it had been in force all along. */
    ClockRound over(CalendarInForce other) {
        ClockRound again = new ClockRound(start, needed(start.severity(), start), calendars, other);
        again.retelling = true;
        for (LedgerEntry entry : told) {
            again.passTo(entry.at());
            again.apply(entry);
        }
        again.retelling = false;
        return again;
    }

    /** Lets time pass: a used-up pause ends by itself, and a due moment that lies behind is a breach, written down or not. */
    void passTo(Instant now) {
        if (pause.overBy(now)) {
            resume(pause.ends());
            pause.lapse(due);
        }
        if (state == ClockState.RUNNING && due.at().isBefore(now)) {
            breach(due.at());
        }
    }

    void apply(LedgerEntry entry) {
        switch (entry.what()) {
            case PAUSED -> pause(entry);
            case RESUMED -> resumed(entry);
            case EXTENSION_ASKED -> asked(entry);
            case EXTENDED -> extend(entry);
            case SEVERITY_CHANGED -> changeSeverity(entry);
            case OUTSIDE_LIMIT -> limit(entry);
            case CLIMBED -> require(retelling || state == ClockState.RUNNING, "deadline.ledger.notRunning", entry);
            case BREACHED -> breachWritten(entry);
            case STOPPED -> stop(entry, null);
            case CANCELLED -> stop(entry, ClockState.CANCELLED);
            case REOPENED -> reopen(entry);
            case CALENDAR_CORRECTED -> require(!state.stopped(), "deadline.ledger.stopped", entry);
            case STARTED, RESTARTED -> throw refused("deadline.ledger.started", entry);
        }
        if (entry.what() != LedgerEvent.CALENDAR_CORRECTED) {
            told.add(entry);
        }
    }

    ClockReading reading(int number, List<LedgerLine> lines, @Nullable Instant now) {
        boolean paused = state == ClockState.PAUSED;
        return new ClockReading(start.kind(), number, state, severity, budget, start.at(), due.at(), pause.since(),
                paused ? pause.ends() : null, pause.credited(now, due).toMinutes(), breachedAt, breachWritten, stoppedAt, runs,
                lines, inForce, due.calendar());
    }

    private void pause(LedgerEntry entry) {
        if (severity.aroundTheClock() || entry.kind() == ClockKind.OUTSIDE) {
            throw refused("deadline.ledger.neverPauses", entry);
        }
        require(state == ClockState.RUNNING, "deadline.ledger.notRunning", entry);
        Budget allowance = needed(entry.budget(), entry);
        if (pause.exhausted() && !retelling) {
            throw new LedgerException("deadline.ledger.pause.exhausted", allowance);
        }
        pause.begin(entry.at(), allowance, company);
        endRun(entry.at());
        state = ClockState.PAUSED;
    }

    private void resumed(LedgerEntry entry) {
        if (!pause.tellLapsed()) {
            require(state == ClockState.PAUSED, "deadline.ledger.notPaused", entry);
            endPause(entry.at());
        }
    }

    private void asked(LedgerEntry entry) {
        require(!state.stopped(), "deadline.ledger.stopped", entry);
        require(!extended, "deadline.ledger.extension.once", entry);
        require(retelling || !due.at().isBefore(entry.at()), "deadline.ledger.extension.late", entry);
        askedInTime = true;
    }

    private void extend(LedgerEntry entry) {
        require(!state.stopped(), "deadline.ledger.stopped", entry);
        require(!extended, "deadline.ledger.extension.once", entry);
        require(retelling || askedInTime || !due.at().isBefore(entry.at()), "deadline.ledger.extension.late", entry);
        Budget allowance = needed(entry.budget(), entry);
        if (!retelling) {
            due.checkExtension(allowance, entry.limit());
        }
        due.extend(allowance, entry.limit());
        extended = true;
    }

    private void changeSeverity(LedgerEntry entry) {
        require(!state.stopped(), "deadline.ledger.stopped", entry);
        Severity to = needed(entry.severity(), entry);
        if (to.aroundTheClock() && state == ClockState.PAUSED) {
            endPause(entry.at());
        }
        severity = to;
        budget = entry.budget();
        due.changeSeverity(to, budget);
        if (state == ClockState.RUNNING && due.at().isBefore(entry.at())) {
            breach(entry.at());
        }
    }

    private void limit(LedgerEntry entry) {
        require(!state.stopped(), "deadline.ledger.stopped", entry);
        require(entry.kind() != ClockKind.OUTSIDE, "deadline.ledger.outsideItself", entry);
        due.limit(needed(entry.limit(), entry), needed(entry.budget(), entry));
        if (state == ClockState.RUNNING && due.at().isBefore(entry.at())) {
            breach(entry.at());
        }
    }

    private void breachWritten(LedgerEntry entry) {
        if (retelling && breachedAt == null && entry.at().isBefore(due.at())) {
            return;
        }
        require(retelling || state == ClockState.RUNNING, "deadline.ledger.notRunning", entry);
        require(!breachWritten, "deadline.ledger.breach.twice", entry);
        require(breachedAt != null || !entry.at().isBefore(due.at()), "deadline.ledger.breach.early", entry);
        breachWritten = true;
        breach(due.at());
    }

    private void stop(LedgerEntry entry, @Nullable ClockState outcome) {
        require(!state.stopped(), "deadline.ledger.stopped", entry);
        if (state == ClockState.PAUSED) {
            endPause(entry.at());
        }
        endRun(entry.at());
        stoppedAt = entry.at();
        state = outcome != null ? outcome : breachedAt == null ? ClockState.MET : ClockState.BREACHED;
    }

    /** The time the case was closed does not count, except to an outside body; what had been used before does. */
    private void reopen(LedgerEntry entry) {
        require(state.stopped(), "deadline.ledger.notStopped", entry);
        Instant since = needed(stoppedAt, entry);
        if (entry.kind() != ClockKind.OUTSIDE) {
            due.credit(since, entry.at());
        }
        stoppedAt = null;
        resume(entry.at());
    }

    private void endPause(Instant at) {
        resume(at);
        pause.end(at, due);
    }

    private void resume(Instant at) {
        runs.add(new Run(at, null));
        state = ClockState.RUNNING;
    }

    private void endRun(Instant at) {
        int last = runs.size() - 1;
        runs.set(last, new Run(runs.get(last).from(), at));
    }

    private void breach(Instant at) {
        if (breachedAt == null) {
            breachedAt = at;
        }
    }

    private static void require(boolean allowed, String code, LedgerEntry entry) {
        if (!allowed) {
            throw refused(code, entry);
        }
    }

    private static LedgerException refused(String code, LedgerEntry entry) {
        return new LedgerException(code, entry.kind(), entry.what(), entry.at());
    }

    /** What {@link LedgerEntry} has checked to be there. */
    private static <T> T needed(@Nullable T value, LedgerEntry entry) {
        if (value == null) {
            throw new LedgerException("deadline.ledger.incomplete", entry.what(), entry.kind());
        }
        return value;
    }
}
