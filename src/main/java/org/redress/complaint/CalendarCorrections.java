package org.redress.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.CalendarInForce;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockLedger;
import org.redress.deadline.ClockReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets open clocks follow another version of the calendar, and tells beforehand which of them would move (日历更正). */
@Service
@Transactional
public class CalendarCorrections {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final ComplaintRepository repository;
    private final CaseActs acts;
    private final ComplaintWorkflow workflow;

    CalendarCorrections(JdbcClient jdbc, ComplaintRepository repository, CaseActs acts, ComplaintWorkflow workflow) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.acts = acts;
        this.workflow = workflow;
    }

    /**
     * One open clock and what a correction would do to it.
     *
     * @param late whether it would be past its due moment at once, though it is not now
     */
    public record Move(long caseId, String number, ClockKind clock, CalendarInForce from, CalendarInForce to, Instant oldDue,
            Instant newDue, boolean late) {
    }

    /** From which calendar a clock goes to which; one that has meanwhile gone elsewhere is left alone. */
    public record Correction(CalendarInForce from, CalendarInForce to) {
    }

    /** Every open clock that a version of the calendar would move, by due moment; the calendars may hold one that is not saved yet. */
    @Transactional(readOnly = true)
    public List<Move> moves(Calendars calendars, int version) {
        Instant now = acts.now();
        List<Move> moves = new ArrayList<>();
        long after = 0;
        for (List<Open> batch = open(after); !batch.isEmpty(); batch = open(after)) {
            for (Open one : batch) {
                for (ClockLedger ledger : one.ledgers()) {
                    Move move = move(one, ledger, calendars, version, now);
                    if (move != null) {
                        moves.add(move);
                    }
                }
                after = one.id();
            }
        }
        moves.sort(Comparator.comparing(Move::oldDue).thenComparing(Move::number).thenComparing(Move::clock));
        return moves;
    }

    /**
     * Corrects clocks of one case; its timers and rows of work follow in the same transaction.
     *
     * @param wanted the calendar each of them keeps from the start of its round
     * @return when those that were corrected are due now; a clock that has stopped meanwhile is left out
     */
    public Map<ClockKind, Instant> correct(long caseId, Map<ClockKind, Correction> wanted, String reason) {
        Complaint complaint = acts.get(caseId);
        CaseClocks clocks = complaint.record().clocks();
        Map<ClockKind, Instant> due = new EnumMap<>(ClockKind.class);
        wanted.forEach((kind, correction) -> {
            if (clocks.keeps(kind, correction.from())) {
                acts.perform("CORRECT_CALENDAR", complaint, (corrected, by, now) -> {
                    clocks.correct(kind, now, correction.to(), reason);
                    Instant dueAt = clocks.reading(kind).orElseThrow().dueAt();
                    due.put(kind, dueAt);
                    corrected.record().say(EventKind.CALENDAR_CORRECTED, kind.name(), dueAt.toString(), reason);
                });
            }
        });
        if (!due.isEmpty()) {
            workflow.clocksMoved(caseId);
        }
        return due;
    }

    private record Open(long id, String number, @Nullable String area, @Nullable String kind, List<ClockLedger> ledgers) {
    }

    private List<Open> open(long after) {
        return jdbc.sql("""
                select c.id, c.number, c.area, (select k.class from category k where k.code = c.category) as category_class,
                    (select jsonb_agg(e order by e.id) from clock_entry e join case_clock k on k.complaint_id = e.complaint_id and k.kind = e.kind
                        where e.complaint_id = c.id and k.state in ('RUNNING', 'PAUSED')) as ledger
                from complaint c
                where c.id in (select k.complaint_id from case_clock k where k.state in ('RUNNING', 'PAUSED') and k.complaint_id > :after
                    group by k.complaint_id order by k.complaint_id limit :batch)
                order by c.id""")
                .param("after", after).param("batch", BATCH)
                .query((row, index) -> new Open(row.getLong("id"), row.getString("number"), row.getString("area"),
                        row.getString("category_class"), repository.ledgers(row.getString("ledger")))).list();
    }

    private static @Nullable Move move(Open one, ClockLedger ledger, Calendars calendars, int version, Instant now) {
        CalendarInForce to = new CalendarInForce(version, one.area(), one.kind());
        ClockReading reading = ledger.readAt(now, calendars);
        if (reading.state().stopped() || reading.inForce().equals(to)) {
            return null;
        }
        ClockReading corrected = ledger.readCorrected(now, to, calendars);
        return CaseClocks.movedBy(reading, corrected)
                ? new Move(one.id(), one.number(), ledger.kind(), reading.inForce(), to, reading.dueAt(), corrected.dueAt(),
                        reading.breachedAt() == null && corrected.breachedAt() != null)
                : null;
    }
}
