package org.redress.studio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.RacedProblem;
import org.redress.studio.CaseMigrations.CannotMove;
import org.redress.studio.CaseMigrations.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries migrations out in the background, a case at a time: what is moved and that it was moved commit together, so a crash loses nothing and
 * repeats nothing. Of several nodes one works at a migration; another goes on when that one is gone.
 */
@Component
class MigrationRunner {

    /** Longer than a case takes, shorter than anybody would wait for another node to go on. */
    static final Duration LEASE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);
    private static final int ATTEMPTS = 5;

    private final MigrationTable table;
    private final CaseMigrations engine;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean inBackground;
    private final String node = UUID.randomUUID().toString();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "migrations");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    MigrationRunner(MigrationTable table, CaseMigrations engine, CurrentActor actor, AuditTrail audit, Clock clock, PlatformTransactionManager transactions,
            @Value("${redress.migrations.run:true}") boolean inBackground) {
        this.table = table;
        this.engine = engine;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.inBackground = inBackground;
    }

    /** Also goes on with what a node that is gone had left. */
    @Scheduled(initialDelayString = "PT25S", fixedDelayString = "PT15S")
    void goOn() {
        if (inBackground) {
            table.working().forEach(this::submit);
        }
    }

    void startAfterCommit(long id) {
        if (inBackground) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    submit(id);
                }
            });
        }
    }

    private void submit(long id) {
        worker.submit(() -> {
            try {
                work(id);
            } catch (RuntimeException e) {
                // the cases stay as they are and are taken up again: the database may be away
                LOG.warn("migration {} stopped, it will go on later", id, e);
            }
        });
    }

    /** Moves cases until none is left, or a person pauses or stops it, or another node has it. */
    void work(long id) {
        boolean more = true;
        while (more && !stopping) {
            more = Boolean.TRUE.equals(transaction.execute(status -> lookAhead(id))) && moveNext(id);
        }
    }

    /** Ends what has no case left. */
    private boolean lookAhead(long id) {
        Instant now = clock.instant();
        Migration migration = table.take(id, node, now, now.plus(LEASE)).orElse(null);
        if (migration == null) {
            return false;
        }
        if (table.next(id, migration.state() == MigrationState.CANARY).isPresent()) {
            return true;
        }
        Map<CaseOutcome, Long> counts = table.counts(id);
        boolean over = !counts.containsKey(CaseOutcome.WAITING);
        table.stands(id, over ? MigrationState.DONE : MigrationState.PAUSED, over ? now : null);
        if (over) {
            Long taken = migration.reverseOf();
            if (taken != null && counts.containsKey(CaseOutcome.MOVED)) {
                table.stands(taken, MigrationState.REVERSED, now);
            }
            actor.callAs(starter(migration), () -> {
                Map<String, Long> told = new TreeMap<>();
                counts.forEach((outcome, count) -> told.put(outcome.name(), count));
                audit.record("END_MIGRATION", "MIGRATION", String.valueOf(id), told);
                return null;
            });
        }
        return false;
    }

    private boolean moveNext(long id) {
        for (int attempt = 1;; attempt++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> move(id)));
            } catch (CannotMove e) {
                return stays(id, e.moved() ? CaseOutcome.SKIPPED : CaseOutcome.FAILED, e.why());
            } catch (ConcurrencyFailureException | RacedProblem e) {
                if (attempt == ATTEMPTS) {
                    return stays(id, CaseOutcome.SKIPPED, Why.of("studio.migration.why.busy"));
                }
            } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("migration {}: a case could not be moved", id, e);
                return stays(id, CaseOutcome.FAILED, Why.of("studio.migration.why.fault"));
            }
        }
    }

    private boolean move(long id) {
        Instant now = clock.instant();
        Migration migration = table.take(id, node, now, now.plus(LEASE)).orElse(null);
        MigrationCase next = migration == null ? null : table.next(id, migration.state() == MigrationState.CANARY).orElse(null);
        if (migration == null || next == null) {
            return false;
        }
        actor.callAs(starter(migration), () -> carryOut(migration, next, now));
        return true;
    }

    private @Nullable Void carryOut(Migration migration, MigrationCase next, Instant now) {
        CaseMigrations.Forecast seen = next.forecast();
        String after = engine.move(migration.route(), seen.instance(), seen.standing());
        table.moved(migration.id(), next.place(), after, now);
        audit.record("MIGRATE", "CASE", seen.label(), Map.of("migration", migration.id(), "process", migration.process(), "from", migration.from(), "to",
                migration.to()));
        return null;
    }

    /** The case that was tried is still the next one: nothing of the attempt is left. */
    private boolean stays(long id, CaseOutcome outcome, Why why) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant now = clock.instant();
            return table.take(id, node, now, now.plus(LEASE)).flatMap(migration -> table.next(id, migration.state() == MigrationState.CANARY)).map(tried -> {
                table.stayed(id, tried.place(), outcome, why);
                return true;
            }).orElse(false);
        }));
    }

    private static Actor starter(Migration migration) {
        String by = migration.startedBy();
        return new Actor(by == null ? Actor.SYSTEM : by, Set.of(), Set.of(), "migration");
    }

    @PreDestroy
    void stop() {
        stopping = true;
        worker.shutdown();
    }
}
