package org.redress.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** A stretch of working time on the time line, start included and end not. */
record Span(Instant from, Instant to) {

    /**
     * The local slots of a day as spans. A moment works exactly when its local time lies in a slot, so an hour skipped in
     * spring is not worked and an hour that comes twice in autumn is worked twice.
     */
    static List<Span> of(LocalDate date, List<Slot> slots, ZoneId zone) {
        List<Span> spans = new ArrayList<>(slots.size());
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            add(spans, date, slots, rules.getOffset(Instant.EPOCH), Instant.MIN, Instant.MAX);
            return spans;
        }
        Instant piece = date.atStartOfDay(zone).toInstant();
        Instant next = date.plusDays(1).atStartOfDay(zone).toInstant();
        ZoneOffset offset = rules.getOffset(piece);
        if (offset.equals(rules.getOffset(next.minusNanos(1)))) {
            add(spans, date, slots, offset, Instant.MIN, Instant.MAX);
            return spans;
        }
        while (piece.isBefore(next)) {
            ZoneOffsetTransition change = rules.nextTransition(piece);
            Instant end = change == null || change.getInstant().isAfter(next) ? next : change.getInstant();
            add(spans, date, slots, rules.getOffset(piece), piece, end);
            piece = end;
        }
        return spans;
    }

    /** What is left of spans in their order when suspensions are cut out. */
    static List<Span> without(List<Span> spans, List<Suspension> suspensions) {
        List<Span> left = spans;
        for (Suspension suspension : suspensions) {
            if (suspension.overlaps(spans.get(0).from(), spans.get(spans.size() - 1).to())) {
                left = without(left, suspension);
            }
        }
        return left;
    }

    private static List<Span> without(List<Span> spans, Suspension suspension) {
        List<Span> left = new ArrayList<>();
        for (Span span : spans) {
            if (!suspension.overlaps(span.from(), span.to())) {
                left.add(span);
                continue;
            }
            if (span.from().isBefore(suspension.from())) {
                left.add(new Span(span.from(), suspension.from()));
            }
            if (suspension.to().isBefore(span.to())) {
                left.add(new Span(suspension.to(), span.to()));
            }
        }
        return left;
    }

    private static void add(List<Span> spans, LocalDate date, List<Slot> slots, ZoneOffset offset, Instant earliest, Instant latest) {
        long midnight = date.toEpochDay() * 86_400 - offset.getTotalSeconds();
        for (Slot slot : slots) {
            Instant from = Moments.later(earliest, Instant.ofEpochSecond(midnight + slot.startSecond()));
            Instant to = Moments.earlier(latest, Instant.ofEpochSecond(midnight + slot.endSecond()));
            if (from.isBefore(to)) {
                spans.add(new Span(from, to));
            }
        }
    }
}
