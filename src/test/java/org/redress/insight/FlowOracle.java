package org.redress.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Severity;
import org.redress.deadline.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the raw rows of every case and counts by hand, apart from the rollup: no sums kept, no SQL that groups. */
final class FlowOracle {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    FlowOracle(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** One visit that has ended. */
    record Visit(long pathId, long complaint, String element, String definition, Instant left, String team, String severity, String business, boolean broken, long work,
            long waited, @Nullable Boolean late, @Nullable String backFrom) {
    }

    private record Raw(long pathId, long complaint, String element, String definition, Instant entered, @Nullable Instant left, boolean canceled, boolean ended,
            @Nullable String endTeam, @Nullable String endSeverity, @Nullable Instant claimed, @Nullable Instant due, boolean waiting,
            @Nullable String team, String severity, @Nullable String business) {
    }

    List<Visit> visits() {
        Map<Long, List<Raw>> cases = new LinkedHashMap<>();
        jdbc.sql("select p.*, c.team, c.severity, c.business from case_path p join complaint c on c.id = p.complaint_id order by p.id").query(row -> {
            String element = row.getString("element_id");
            if (element.startsWith("userTask_") || element.equals("event_retryDue")) {
                cases.computeIfAbsent(row.getLong("complaint_id"), unused -> new ArrayList<>()).add(raw(row.getLong("id"), row.getLong("complaint_id"), element,
                        row.getString("definition_id"), row.getString("instance_id"), Objects.requireNonNull(at(row.getObject("entered_at", OffsetDateTime.class))),
                        at(row.getObject("left_at", OffsetDateTime.class)), row.getBoolean("canceled"), row.getString("team"), row.getString("severity"),
                        row.getString("business")));
            }
        });
        List<Visit> visits = new ArrayList<>();
        cases.values().forEach(path -> {
            for (int i = 0; i < path.size(); i++) {
                if (path.get(i).left() != null) {
                    visits.add(visit(path, i));
                }
            }
        });
        return visits;
    }

    private Raw raw(long pathId, long complaint, String element, String definition, String instance, Instant entered, @Nullable Instant left, boolean canceled,
            @Nullable String team, String severity, @Nullable String business) {
        return jdbc.sql("select * from step_end where visit_id = :visit").param("visit", instance)
                .query((row, index) -> new Raw(pathId, complaint, element, definition, entered, left, canceled, true, row.getString("case_team"),
                        row.getString("severity"), at(row.getObject("claimed_at", OffsetDateTime.class)), at(row.getObject("due_at", OffsetDateTime.class)),
                        row.getBoolean("waiting"), team, severity, business))
                .optional().orElse(new Raw(pathId, complaint, element, definition, entered, left, canceled, false, null, null, null, null, false, team, severity, business));
    }

    private Visit visit(List<Raw> path, int at) {
        Raw raw = path.get(at);
        Instant left = Objects.requireNonNull(raw.left());
        String severity = raw.endSeverity() == null ? raw.severity() : raw.endSeverity();
        boolean waits = waits(raw);
        Instant taken = waits ? left : !raw.ended() ? raw.entered() : raw.claimed() == null ? left : raw.claimed();
        Boolean late = waits || raw.canceled() || raw.due() == null || raw.waiting() ? null : (Boolean) raw.due().isBefore(left);
        String team = path.subList(at, path.size()).stream().map(Raw::endTeam).filter(Objects::nonNull).findFirst()
                .orElse(Objects.requireNonNullElse(raw.team(), ""));
        return new Visit(raw.pathId(), raw.complaint(), raw.element(), raw.definition(), left, team, severity, Objects.requireNonNullElse(raw.business(), ""),
                raw.canceled(), minutes(taken, left, severity), minutes(raw.entered(), taken, severity), late, backFrom(path, at));
    }

    private static @Nullable String backFrom(List<Raw> path, int at) {
        Raw raw = path.get(at);
        if (waits(raw)) {
            return null;
        }
        boolean before = path.subList(0, at).stream().anyMatch(each -> each.element().equals(raw.element()));
        int last = at - 1;
        while (last >= 0 && waits(path.get(last))) {
            last--;
        }
        boolean goesOn = last >= 0 && last < at - 1 && path.get(last).element().equals(raw.element());
        return before && !goesOn ? path.get(last).element() : null;
    }

    private static boolean waits(Raw raw) {
        return raw.element().equals("userTask_awaitAnswer") || raw.element().equals("event_retryDue");
    }

    /** Whole minutes, each end cut to the minute as the house counts them. */
    private long minutes(Instant from, Instant to, String severity) {
        WorkingCalendar hours = calendar.forSeverity(Severity.valueOf(severity));
        Instant first = Instant.parse("2024-12-31T16:00:00Z");
        return sinceFirst(hours, first, to) - sinceFirst(hours, first, from);
    }

    private static long sinceFirst(WorkingCalendar hours, Instant first, Instant moment) {
        Duration worked = hours.workingTime(first, moment);
        return worked.toMinutes();
    }

    /** The value that so many percent do not exceed. */
    static int percentile(List<Long> lengths, int percent) {
        List<Long> sorted = lengths.stream().sorted().toList();
        return (int) (long) sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    static Map<String, List<Visit>> byElement(List<Visit> visits) {
        Map<String, List<Visit>> map = new TreeMap<>();
        visits.forEach(visit -> map.computeIfAbsent(visit.element(), unused -> new ArrayList<>()).add(visit));
        return map;
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
