package org.redress.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.WorkingCalendar;
import org.redress.insight.BoardData.Case;
import org.redress.insight.BoardData.Clock;
import org.redress.insight.StageTimes.Visit;

/** Says how a case stands and what took its time, minute by minute and apart from the SQL. */
final class BoardOracle {

    private static final Map<String, Stage> STAGES = Map.of("userTask_triageComplaint", Stage.ASSIGNMENT, "userTask_signForCase", Stage.SIGNING,
            "userTask_resolveComplaint", Stage.WORK, "userTask_awaitAnswer", Stage.WAITING, "userTask_reviewResolution", Stage.REVIEW,
            "userTask_recallCustomer", Stage.RECALL);

    private final Instant now;
    private final WorkingCalendar calendar;

    BoardOracle(Instant now, WorkingCalendar calendar) {
        this.now = now;
        this.calendar = calendar;
    }

    BoardState state(Case one) {
        List<Clock> running = one.clocks().stream().filter(clock -> clock.state().equals("RUNNING")).toList();
        List<Clock> paused = one.clocks().stream().filter(clock -> clock.state().equals("PAUSED")).toList();
        if (running.stream().anyMatch(clock -> !clock.dueAt().isAfter(now)) || paused.stream().anyMatch(clock -> clock.breachedAt() != null)) {
            return BoardState.BREACHED;
        }
        if (running.stream().anyMatch(clock -> !clock.riskAt().isAfter(now))) {
            return BoardState.AT_RISK;
        }
        return paused.isEmpty() ? BoardState.ON_TRACK : BoardState.PAUSED;
    }

    /** The clock that says how the case stands: the one that is due first among those that make it so. */
    @Nullable Clock clock(Case one) {
        BoardState state = state(one);
        return one.clocks().stream().filter(clock -> switch (state) {
            case BREACHED -> clock.state().equals("RUNNING") && !clock.dueAt().isAfter(now) || clock.state().equals("PAUSED") && clock.breachedAt() != null;
            case AT_RISK -> clock.state().equals("RUNNING") && !clock.riskAt().isAfter(now);
            case PAUSED -> clock.state().equals("PAUSED");
            case ON_TRACK -> clock.state().equals("RUNNING");
        }).min(Comparator.comparing(Clock::dueAt).thenComparing(Clock::kind)).orElse(null);
    }

    boolean tonight(Case one) {
        Instant end = now.atZone(calendar.zone()).toLocalDate().plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        return state(one) != BoardState.BREACHED && one.clocks().stream()
                .anyMatch(clock -> clock.state().equals("RUNNING") && clock.dueAt().isAfter(now) && clock.dueAt().isBefore(end));
    }

    /** Every stage that shares the first place. */
    Set<Stage> causes(Case one) {
        Clock clock = clock(one);
        switch (clock == null ? "" : clock.kind()) {
            case "ASSIGN" -> {
                return Set.of(Stage.ASSIGNMENT);
            }
            case "SIGN" -> {
                return Set.of(Stage.SIGNING);
            }
            case "RECALL" -> {
                return Set.of(Stage.RECALL);
            }
            default -> {
                Map<Stage, Long> minutes = minutes(one);
                if (clock != null && Set.of("RESOLVE", "PROMISE").contains(clock.kind())) {
                    minutes.merge(Stage.WAITING, -(long) clock.pausedMinutes(), Long::sum);
                }
                minutes.remove(Stage.RECALL);
                Set.of(Stage.ASSIGNMENT, Stage.SIGNING, Stage.WORK, Stage.WAITING, Stage.REVIEW).forEach(stage -> minutes.putIfAbsent(stage, 0L));
                long most = minutes.values().stream().mapToLong(Long::longValue).max().orElse(0);
                return minutes.entrySet().stream().filter(entry -> entry.getValue() == most).map(Map.Entry::getKey)
                        .collect(java.util.stream.Collectors.toSet());
            }
        }
    }

    Map<Stage, Long> minutes(Case one) {
        Map<Stage, Long> minutes = new EnumMap<>(Stage.class);
        for (Visit visit : one.visits()) {
            Instant end = visit.leftAt() == null ? now : visit.leftAt();
            long took = one.severity().equals("S1") ? Duration.between(visit.enteredAt(), end).toMinutes() : working(visit.enteredAt(), end);
            minutes.merge(STAGES.get(visit.elementId()), took, Long::sum);
        }
        return minutes;
    }

    /** Morning and afternoon of the default week, holidays of the calendar left out. */
    private long working(Instant from, Instant to) {
        ZoneId zone = calendar.zone();
        long minutes = 0;
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(to.atZone(zone).toLocalDate()); day = day.plusDays(1)) {
            if (!calendar.slots(day).isEmpty()) {
                minutes += overlap(from, to, day, LocalTime.of(8, 30), LocalTime.NOON, zone)
                        + overlap(from, to, day, LocalTime.of(13, 30), LocalTime.of(17, 30), zone);
            }
        }
        return minutes;
    }

    private static long overlap(Instant from, Instant to, LocalDate day, LocalTime opens, LocalTime closes, ZoneId zone) {
        Instant start = day.atTime(opens).atZone(zone).toInstant();
        Instant end = day.atTime(closes).atZone(zone).toInstant();
        Instant first = from.isAfter(start) ? from : start;
        Instant last = to.isBefore(end) ? to : end;
        return first.isBefore(last) ? Duration.between(first, last).toMinutes() : 0;
    }
}
