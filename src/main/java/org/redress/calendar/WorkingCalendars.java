package org.redress.calendar;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.redress.complaint.CalendarCorrections;
import org.redress.complaint.CalendarCorrections.Move;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.DeadlineException;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The versions of the calendar and the one draft of the next. An edit changes the draft alone; saving it makes a version that new clocks
 * keep, and a proposal for the open ones. Nobody overwrites what they have not seen.
 */
@Service
@Transactional
public class WorkingCalendars {

    private static final int LONGEST_REASON = 300;

    private final CalendarStore store;
    private final StoredCalendars calendars;
    private final CalendarCorrections corrections;
    private final CalendarProposals proposals;
    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    WorkingCalendars(CalendarStore store, StoredCalendars calendars, CalendarCorrections corrections, CalendarProposals proposals,
            JdbcClient jdbc, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.corrections = corrections;
        this.proposals = proposals;
        this.jdbc = jdbc;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CalendarVersion> versions() {
        return store.versions();
    }

    /** @throws Problem 404 */
    @Transactional(readOnly = true)
    public CompanyCalendar version(int version) {
        try {
            return calendars.version(version);
        } catch (DeadlineException unknown) {
            throw Problem.notFound("calendar.problem.version", version);
        }
    }

    /** The draft, or the newest version as one that nobody has touched yet. */
    @Transactional(readOnly = true)
    public CalendarDraft draft() {
        return jdbc.sql("select base, revision from calendar_draft")
                .query((row, index) -> new CalendarDraft(row.getInt("base"), row.getInt("revision"),
                        store.load(CalendarStore.DRAFT).orElseThrow())).optional()
                .orElseGet(() -> {
                    int newest = store.newest();
                    return new CalendarDraft(newest, 0, version(newest));
                });
    }

    /**
     * @param seen revision of the draft that the person saw
     * @throws Problem 409 when somebody else has edited it since, 422 for a calendar that no clock could be read with
     */
    public CalendarDraft change(int seen, UnaryOperator<CompanyCalendar> edit) {
        CalendarDraft draft = locked(seen);
        CompanyCalendar edited;
        try {
            edited = edit.apply(draft.calendar()).checked();
        } catch (DeadlineException e) {
            throw refused("hours", e);
        }
        if (edited.equals(draft.calendar())) {
            return draft;
        }
        return keep(draft.base(), draft.revision() + 1, edited);
    }

    /** Makes an earlier version the draft. */
    public CalendarDraft startFrom(int version, int seen) {
        CalendarDraft draft = locked(seen);
        return keep(store.newest(), draft.revision() + 1, version(version));
    }

    /** Forgets the draft. */
    public void drop(int seen) {
        locked(seen);
        forgetDraft();
        audit.record("DROP_CALENDAR_DRAFT", "CALENDAR", "draft", Map.of("revision", seen));
    }

    /** Open clocks that the draft would move. */
    @Transactional(readOnly = true)
    public List<Move> preview(CalendarDraft draft) {
        int next = store.newest() + 1;
        return corrections.moves(calendars.with(next, draft.calendar()), next);
    }

    /**
     * Puts the draft in force for everything that starts from now on, and proposes what it would move of what runs.
     *
     * @return number of the proposal; 0 when no open clock would move
     * @throws Problem 409 when the draft is not what the person saw, 422 without a reason or without a change
     */
    public long save(int seen, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "calendar.problem.reason", LONGEST_REASON);
        }
        CalendarDraft draft = locked(seen);
        List<CalendarChange> changes = CalendarChange.between(version(draft.base()), draft.calendar());
        if (changes.isEmpty()) {
            throw Problem.invalid("reason", "calendar.problem.unchanged");
        }
        CalendarVersion next = new CalendarVersion(store.newest() + 1, why, actor.get().username(), clock.instant());
        if (draft.base() != next.version() - 1 || !store.add(next)) {
            throw Problem.conflict("calendar.problem.stale");
        }
        store.write(next.version(), draft.calendar());
        forgetDraft();
        List<Move> moves = corrections.moves(calendars.with(next.version(), draft.calendar()), next.version());
        long proposal = proposals.propose(next.version(), why, moves);
        audit.record("SAVE_CALENDAR", "CALENDAR", String.valueOf(next.version()), Map.of("reason", why, "changes",
                changes.stream().map(CalendarChange::toString).toList(), "moves", moves.size()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendars.changed();
            }
        });
        return proposal;
    }

    /** Looks once more for open clocks that the newest version would move. @return number of the proposal; 0 when there are none */
    public long lookAgain() {
        int newest = store.newest();
        return proposals.propose(newest, store.versions().get(0).reason(), corrections.moves(calendars, newest));
    }

    static Problem refused(String field, DeadlineException e) {
        return Problem.invalid(field, e.code(), e.args());
    }

    private CalendarDraft locked(int seen) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('redress.calendar'))::text").query(String.class).single();
        CalendarDraft draft = draft();
        if (draft.revision() != seen) {
            throw Problem.conflict("calendar.problem.stale");
        }
        return draft;
    }

    private CalendarDraft keep(int base, int revision, CompanyCalendar calendar) {
        forgetDraft();
        store.write(CalendarStore.DRAFT, calendar);
        jdbc.sql("insert into calendar_draft (base, revision, edited_by, edited_at) values (:base, :revision, :by, :at)")
                .param("base", base).param("revision", revision).param("by", actor.get().username())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return new CalendarDraft(base, revision, calendar);
    }

    private void forgetDraft() {
        store.clearDraft();
        jdbc.sql("delete from calendar_draft").update();
    }
}
