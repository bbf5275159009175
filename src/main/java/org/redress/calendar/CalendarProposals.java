package org.redress.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CalendarCorrections.Move;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Decisions on open clocks that another version of the calendar would move: approve, drop, and take back. Each is audited. */
@Service
@Transactional
public class CalendarProposals {

    private static final int LISTED = 10;

    private final ProposalStore store;
    private final ProposalRunner runner;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    CalendarProposals(ProposalStore store, ProposalRunner runner, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.store = store;
        this.runner = runner;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes the place of what was not decided before. @return its number; 0 when nothing would move */
    long propose(int version, String reason, List<Move> moves) {
        String by = actor.get().username();
        store.supersede(by, clock.instant());
        if (moves.isEmpty()) {
            return 0;
        }
        long id = store.insert(version, reason, by, clock.instant());
        moves.forEach(move -> store.insert(id, move));
        return id;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CalendarProposal> recent() {
        return store.recent(LISTED);
    }

    /** @throws Problem 404 */
    @Transactional(readOnly = true)
    public CalendarProposal get(long id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("calendar.problem.proposal", id));
    }

    /** By old due moment. */
    @Transactional(readOnly = true)
    public List<ProposedMove> moves(long id, int offset, int limit) {
        return store.moves(id, offset, limit);
    }

    /**
     * Open clocks take the new calendar, one case after the other.
     *
     * @param cases null for all of them
     * @throws Problem 409 when none of them is open any more
     */
    public void approve(long id, @Nullable Collection<Long> cases) {
        decide("APPROVE_CALENDAR_PROPOSAL", id, MoveState.OPEN, MoveState.CHOSEN, cases);
        carryOut(id);
    }

    /** The clocks stay as they are. */
    public void drop(long id, @Nullable Collection<Long> cases) {
        decide("DROP_CALENDAR_PROPOSAL", id, MoveState.OPEN, MoveState.DROPPED, cases);
    }

    /** What was approved goes back to the calendar it had; what was dropped can be decided anew. */
    public void undo(long id, @Nullable Collection<Long> cases) {
        CalendarProposal proposal = get(id);
        Instant now = clock.instant();
        String by = actor.get().username();
        int back = store.turn(id, MoveState.DONE, MoveState.RETURNING, cases, by, now);
        int open = store.turn(id, MoveState.DROPPED, MoveState.OPEN, cases, by, now)
                + store.turn(id, MoveState.CHOSEN, MoveState.OPEN, cases, by, now); // approved, and not yet carried out
        tell("UNDO_CALENDAR_PROPOSAL", proposal, back + open);
        carryOut(id);
    }

    private void decide(String act, long id, MoveState from, MoveState to, @Nullable Collection<Long> cases) {
        CalendarProposal proposal = get(id);
        tell(act, proposal, store.turn(id, from, to, cases, actor.get().username(), clock.instant()));
    }

    private void tell(String act, CalendarProposal proposal, int clocks) {
        if (clocks == 0) {
            throw Problem.conflict("calendar.problem.decided");
        }
        audit.record(act, "CALENDAR", String.valueOf(proposal.version()), Map.of("proposal", proposal.id(), "clocks", clocks));
    }

    private void carryOut(long id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                runner.submit(id);
            }
        });
    }
}
