package org.redress.complaint;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the ledgers of cases say, computed anew from their lines, beside what was stored of it for lists. For checks. */
@Service
@Transactional(readOnly = true)
public class ClockTruths {

    private final ComplaintRepository cases;
    private final JdbcClient jdbc;

    ClockTruths(ComplaintRepository cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** A clock in the words of its list row. @param firesAt when the ladder fires next; null when it does not */
    public record Row(String state, Instant dueAt, @Nullable Instant firesAt) {
    }

    /**
     * One case.
     *
     * @param ledger the fold of the ledgers
     * @param stored what lists show
     * @param due    when a step that keeps a clock is due: the promise where that clock does not run
     */
    public record Truth(long caseId, String number, Map<ClockKind, Row> ledger, Map<ClockKind, Row> stored, Map<ClockKind, Instant> due) {
    }

    /** Cases that have not ended, by id, after an id. */
    public List<Truth> open(long after, int limit) {
        List<Complaint> found = cases.open(after, limit);
        Map<Long, Map<ClockKind, Row>> stored = stored(found.stream().map(each -> each.record().facts().id()).toArray(Long[]::new));
        return found.stream().map(each -> truth(each, stored)).toList();
    }

    private static Truth truth(Complaint complaint, Map<Long, Map<ClockKind, Row>> stored) {
        CaseRecord record = complaint.record();
        CaseClocks clocks = record.clocks();
        Map<ClockKind, Row> ledger = new EnumMap<>(ClockKind.class);
        Map<ClockKind, Instant> due = new EnumMap<>(ClockKind.class);
        for (ClockKind kind : ClockKind.values()) {
            Optional<ClockReading> reading = clocks.reading(kind);
            reading.ifPresent(each -> ledger.put(kind, new Row(each.state().name(), each.dueAt(), clocks.firesAt(kind).orElse(null))));
            if (clocks.reading(ClockKind.PROMISE).isPresent()) {
                due.put(kind, clocks.due(kind).dueAt());
            }
        }
        long id = record.facts().id();
        return new Truth(id, complaint.number(), ledger, stored.getOrDefault(id, Map.of()), due);
    }

    private Map<Long, Map<ClockKind, Row>> stored(Long[] ids) {
        Map<Long, Map<ClockKind, Row>> all = new HashMap<>();
        jdbc.sql("select complaint_id, kind, state, due_at, next_step_at from case_clock where complaint_id = any(:ids)").param("ids", ids)
                .query(row -> {
                    all.computeIfAbsent(row.getLong("complaint_id"), any -> new EnumMap<>(ClockKind.class)).put(ClockKind.valueOf(row.getString("kind")),
                            new Row(row.getString("state"), Db.moment(row, "due_at"), Db.optionalMoment(row, "next_step_at")));
                });
        return all;
    }
}
