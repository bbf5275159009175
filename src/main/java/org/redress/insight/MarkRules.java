package org.redress.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockReading;
import org.redress.deadline.LedgerEvent;
import org.redress.deadline.LedgerLine;
import org.redress.deadline.Run;
import org.redress.insight.GamingMark.Proof;

/** Finds marks in the clocks and the story of one case; reads nothing itself. */
final class MarkRules {

    private static final int LAST_TENTH = 90;
    private static final int THREE_QUARTERS = 75;
    private static final Duration REOPENED_SOON = Duration.ofDays(14);

    private MarkRules() {
    }

    /** A line of the timeline: RESOLVED, CLOSED, REOPENED or SIGNED. */
    record Event(String kind, Instant at, String actor) {
    }

    /** Paused in the last tenth, and limits made longer after three quarters. */
    static List<GamingMark> ofClock(ClockReading clock) {
        List<GamingMark> marks = new ArrayList<>();
        for (int i = 1; i < clock.lines().size(); i++) {
            LedgerLine before = clock.lines().get(i - 1);
            LedgerLine line = clock.lines().get(i);
            int share = share(clock, line.at(), before.dueAt());
            GamingKind kind = null;
            if (line.what() == LedgerEvent.PAUSED && share >= LAST_TENTH && share < 100) {
                kind = GamingKind.PAUSED_BEFORE_BREACH;
            } else if (line.what() == LedgerEvent.SEVERITY_CHANGED && line.dueAt().isAfter(before.dueAt()) && share >= THREE_QUARTERS) {
                kind = GamingKind.LONGER_LIMIT;
            }
            if (kind != null) {
                marks.add(new GamingMark(kind, line.at(), null, null, List.of(new Proof(line.at(), line.what().name(), clock.kind(), share,
                        before.dueAt(), line.dueAt(), null, null, null, null))));
            }
        }
        return marks;
    }

    /** Used time against used and left, in the clock's own hours, percent. */
    private static int share(ClockReading clock, Instant at, Instant due) {
        Duration used = Duration.ZERO;
        for (Run run : clock.runs()) {
            Instant end = run.to() == null || run.to().isAfter(at) ? at : run.to();
            if (end.isAfter(run.from())) {
                used = used.plus(clock.calendar().workingTime(run.from(), end));
            }
        }
        Duration all = used.plus(clock.calendar().workingTime(at, due));
        return all.isZero() || all.isNegative() ? 100 : (int) (used.toSeconds() * 100 / all.toSeconds());
    }

    /** @param story oldest first */
    static List<GamingMark> ofStory(List<Event> story) {
        List<GamingMark> marks = new ArrayList<>();
        Event resolved = null;
        Event closed = null;
        Event reopened = null;
        for (Event event : story) {
            switch (event.kind()) {
                case "RESOLVED" -> resolved = event;
                case "CLOSED" -> {
                    closed = event;
                    reopened = null;
                }
                case "REOPENED" -> reopened = event;
                case "SIGNED" -> {
                    add(marks, resolved, closed, reopened, event);
                    reopened = null;
                    closed = null;
                }
                default -> {
                    // other lines say nothing of it
                }
            }
        }
        return marks;
    }

    private static void add(List<GamingMark> marks, @Nullable Event resolved, @Nullable Event closed, @Nullable Event reopened, Event signed) {
        if (resolved != null && closed != null && reopened != null && Objects.equals(resolved.actor(), signed.actor())
                && !reopened.at().isAfter(closed.at().plus(REOPENED_SOON))) {
            marks.add(new GamingMark(GamingKind.CLOSED_AND_REOPENED, closed.at(), signed.actor(), null,
                    List.of(proof(resolved), proof(closed), proof(reopened), proof(signed))));
        }
    }

    private static Proof proof(Event event) {
        return Proof.event(event.at(), event.kind(), event.actor());
    }
}
