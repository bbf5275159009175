package org.redress.calendar;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CalendarCorrections;
import org.redress.complaint.CalendarCorrections.Correction;
import org.redress.deadline.ClockKind;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.RacedProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what was decided, in the background, a case at a time: the ledger lines, what follows from them and the state of the
 * moves commit together, so a crash loses nothing and repeats nothing.
 */
@Component
class ProposalRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ProposalRunner.class);
    private static final int ATTEMPTS = 5;

    private final ProposalStore store;
    private final CalendarCorrections corrections;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "calendar-proposals");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    ProposalRunner(ProposalStore store, CalendarCorrections corrections, CurrentActor actor, PlatformTransactionManager transactions) {
        this.store = store;
        this.corrections = corrections;
        this.actor = actor;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes on with what a node that is gone had left. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
    void resumeAbandoned() {
        store.waiting().forEach(this::submit);
    }

    void submit(long id) {
        worker.submit(() -> {
            try {
                work(id);
            } catch (RuntimeException e) {
                // the moves stay as they are and are taken up again: the database may be away
                LOG.warn("calendar proposal {} stopped, it will go on later", id, e);
            }
        });
    }

    private void work(long id) {
        int lost = 0;
        boolean more = true;
        while (more && !stopping) {
            try {
                more = Boolean.TRUE.equals(transaction.execute(status -> next(id)));
                lost = 0;
            } catch (ConcurrencyFailureException | RacedProblem e) {
                lost++;
                if (lost == ATTEMPTS) {
                    throw e;
                }
            } catch (Problem e) {
                LOG.warn("calendar proposal {}: the ledger of a case refuses the correction", id, e);
                transaction.executeWithoutResult(status -> refuse(id));
            }
        }
    }

    private boolean next(long id) {
        List<ProposedMove> moves = store.lockNext(id);
        if (moves.isEmpty()) {
            return false;
        }
        String by = store.decidedBy(id, moves.get(0));
        String reason = store.find(id).orElseThrow().reason();
        actor.callAs(new Actor(by, Set.of(), Set.of(), "calendar"), () -> carryOut(id, moves, reason));
        return true;
    }

    private @Nullable Void carryOut(long id, List<ProposedMove> moves, String reason) {
        Map<ClockKind, Correction> wanted = new EnumMap<>(ClockKind.class);
        for (ProposedMove move : moves) {
            boolean forth = move.state() == MoveState.CHOSEN;
            wanted.put(move.clock(), new Correction(forth ? move.from() : move.to(), forth ? move.to() : move.from()));
        }
        Map<ClockKind, Instant> due = corrections.correct(moves.get(0).caseId(), wanted, reason);
        for (ProposedMove move : moves) {
            Instant dueAt = due.get(move.clock());
            boolean forth = move.state() == MoveState.CHOSEN;
            MoveState end = dueAt == null ? MoveState.SKIPPED : forth ? MoveState.DONE : MoveState.UNDONE;
            store.done(id, move, end, dueAt == null || !forth ? move.newDue() : dueAt);
        }
        return null;
    }

    private void refuse(long id) {
        store.lockNext(id).forEach(move -> store.done(id, move, MoveState.REFUSED, move.newDue()));
    }

    @PreDestroy
    void stop() {
        stopping = true;
        worker.shutdown();
    }
}
