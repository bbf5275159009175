package org.redress.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The due moment of one round and what moved it. Kept as steps, so that a change of severity can replay them over the new
 * budget from the same start.
 */
final class DueMoment {

    /** Either time credited for a stretch in which the clock stood still, or time added by an extension. */
    private record Step(@Nullable Run credit, @Nullable Budget extension, @Nullable Instant until) {
    }

    private final WorkingCalendar company;
    private final Instant start;
    private final List<Step> steps = new ArrayList<>();
    private WorkingCalendar calendar;
    private Measure measure;
    private Instant internal;
    private @Nullable Instant cap;

    /** A clock with a budget, or one whose due moment is given. */
    DueMoment(WorkingCalendar company, Instant start, Severity severity, @Nullable Budget budget, @Nullable Instant given) {
        this.company = company;
        this.start = start;
        calendar = company.forSeverity(severity);
        measure = Measure.of(budget, calendar);
        internal = budget == null && given != null ? given : begin(budget);
    }

    Instant at() {
        return cap == null ? internal : Moments.earlier(internal, cap);
    }

    Measure measure() {
        return measure;
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    /** Moves the due moment by the time the clock stood still, unless it had passed before. */
    void credit(Instant from, Instant to) {
        apply(new Step(new Run(from, to), null, null));
    }

    /** What is asked for must be more than there is, and no more than the allowance gives. */
    void checkExtension(Budget allowance, @Nullable Instant until) {
        Instant latest = calendar.extend(internal, allowance);
        if (until != null && (!until.isAfter(internal) || until.isAfter(latest))) {
            throw new LedgerException("deadline.ledger.extension.range", internal, latest);
        }
    }

    /** Adds time, at most the allowance; {@code until} may ask for less. */
    void extend(Budget allowance, @Nullable Instant until) {
        apply(new Step(null, allowance, until));
    }

    void changeSeverity(Severity severity, @Nullable Budget budget) {
        calendar = company.forSeverity(severity);
        if (budget == null) {
            return;
        }
        measure = Measure.of(budget, calendar);
        internal = begin(budget);
        List.copyOf(steps).forEach(this::move);
    }

    /** Keeps the margin to an outside deadline; where the margin would end before the clock began, the deadline itself holds. */
    void limit(Instant outside, Budget margin) {
        Instant wanted = calendar.minus(outside, margin);
        Instant limit = wanted.isAfter(start) ? wanted : outside;
        cap = cap == null ? limit : Moments.earlier(cap, limit);
    }

    private Instant begin(@Nullable Budget budget) {
        if (budget == null) {
            throw new LedgerException("deadline.ledger.incomplete", LedgerEvent.STARTED, ClockKind.OUTSIDE);
        }
        return calendar.plus(start, budget);
    }

    private void apply(Step step) {
        steps.add(step);
        move(step);
    }

    private void move(Step step) {
        Run credit = step.credit();
        if (credit != null && !internal.isBefore(credit.from())) {
            internal = measure.plus(internal, measure.between(credit.from(), credit.endOr(credit.from())));
        }
        Budget extension = step.extension();
        if (extension != null) {
            Instant until = step.until();
            internal = until == null ? calendar.extend(internal, extension) : Moments.later(internal, until);
        }
    }
}
