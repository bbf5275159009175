package org.redress.shared.importer;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.LivePageEvent;
import org.redress.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a file in the background, one run at a time. Rows and the count of what is done commit together in small batches: after a crash
 * the run goes on exactly where it stood. A batch in which a row is refused is written again row by row, so that only that row stays out.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final int BATCH = 25;
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration PREVIEW_KEPT = Duration.ofDays(7);

    private final ImportRuns runs;
    private final MappingCatalogue mappings;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Long> here = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    ImportRunner(ImportRuns runs, MappingCatalogue mappings, CurrentActor actor, AuditTrail audit, ApplicationEventPublisher events,
            PlatformTransactionManager transactions, Clock clock) {
        this.runs = runs;
        this.mappings = mappings;
        this.actor = actor;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws Problem 409 when it was started before, 422 when the file cannot be read */
    void start(long id, Mapping mapping) {
        int total = CsvFileReader.read(runs.content(id), mapping).rows().size();
        transaction.executeWithoutResult(status -> {
            if (!runs.start(id, total, clock.instant())) {
                throw Problem.conflict("imports.problem.started");
            }
            audit.record("START_IMPORT", "IMPORT", String.valueOf(id), Map.of("mapping", mapping.name(), "rows", total));
            tell(id);
        });
        submit(id);
    }

    /** Goes on with runs whose node is gone. */
    void resumeAbandoned() {
        runs.abandoned(clock.instant(), SILENCE).forEach(this::submit);
    }

    /** A file that was only looked at is up to 10 MB; those that were started stay, for the rows they refused. */
    void forgetPreviews() {
        int forgotten = runs.forgetPreviews(clock.instant().minus(PREVIEW_KEPT));
        if (forgotten > 0) {
            LOG.info("{} files that nobody started within {} days are forgotten", forgotten, PREVIEW_KEPT.toDays());
        }
    }

    private void submit(long id) {
        if (here.add(id)) {
            worker.submit(() -> {
                try {
                    ImportRun run = runs.find(id).orElseThrow();
                    actor.callAs(new Actor(run.uploadedBy(), Set.of(), Set.of(), "import"), () -> {
                        work(run);
                        return run;
                    });
                } catch (RuntimeException e) {
                    // the run stays as it is and is taken up again: the database may be away
                    LOG.warn("import {} stopped, it will go on later", id, e);
                } finally {
                    here.remove(id);
                }
            });
        }
    }

    private void work(ImportRun run) {
        Mapping mapping;
        ReadFile file;
        try {
            mapping = mappings.mapping(run.mapping());
            file = ReadFile.of(runs.content(run.id()), mapping, mappings.target(mapping));
        } catch (Problem e) {
            end(run.id(), ImportRun.State.FAILED, Imports.asKept(e));
            return;
        }
        int done = run.done();
        List<ReadFile.Line> lines = file.lines();
        while (done < lines.size()) {
            List<ReadFile.Line> batch = lines.subList(done, Math.min(done + BATCH, lines.size()));
            if (stopping || !write(run.id(), done, batch, mapping)) {
                return;
            }
            done += batch.size();
        }
        end(run.id(), ImportRun.State.DONE, null);
    }

    /** False when another node went on with the run. */
    private boolean write(long id, int done, List<ReadFile.Line> batch, Mapping mapping) {
        try {
            return batchOf(id, done, batch, mapping);
        } catch (Problem | DataIntegrityViolationException e) {
            if (batch.size() == 1) {
                return refuse(id, done, batch.get(0), mapping, e);
            }
            LOG.debug("import {}: a row from {} on is refused, trying them one by one", id, done, e);
        }
        for (int i = 0; i < batch.size(); i++) {
            if (!write(id, done + i, batch.subList(i, i + 1), mapping)) {
                return false;
            }
        }
        return true;
    }

    private boolean batchOf(long id, int done, List<ReadFile.Line> batch, Mapping mapping) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<ImportRun> mine = runs.lockAt(id, done);
            if (mine.isEmpty()) {
                return false;
            }
            List<ImportRow> rows = new ArrayList<>();
            int rejected = 0;
            for (ReadFile.Line line : batch) {
                if (line.isRejected()) {
                    runs.reject(id, new Reject(line.source().line(), line.source().cells(), line.problems()));
                    rejected++;
                } else if (line.row() != null) {
                    rows.add(line.row());
                }
            }
            int accepted = rows.isEmpty() ? 0 : mappings.target(mapping).put(rows, mapping.source());
            runs.moved(id, batch.size(), accepted, batch.size() - rejected - accepted, rejected, clock.instant());
            return true;
        }));
    }

    private boolean refuse(long id, int done, ReadFile.Line line, Mapping mapping, RuntimeException why) {
        List<FieldProblem> problems;
        if (why instanceof Problem problem) {
            problems = problem.fields().isEmpty() ? List.of(new FieldProblem("", problem.key(), problem.args()))
                    : ReadFile.named(problem.fields(), mapping);
        } else {
            LOG.warn("import {}: line {} is refused by the database", id, line.source().line(), why);
            problems = List.of(FieldProblem.of("", "imports.row.refused"));
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (runs.lockAt(id, done).isEmpty()) {
                return false;
            }
            runs.reject(id, new Reject(line.source().line(), line.source().cells(), problems));
            runs.moved(id, 1, 0, 0, 1, clock.instant());
            return true;
        }));
    }

    private void end(long id, ImportRun.State state, @Nullable FieldProblem problem) {
        transaction.executeWithoutResult(status -> {
            if (runs.finish(id, state, problem, clock.instant())) {
                ImportRun run = runs.find(id).orElseThrow();
                audit.record("END_IMPORT", "IMPORT", String.valueOf(id), Map.of("state", state.name(), "accepted", run.accepted(),
                        "duplicates", run.duplicates(), "rejected", run.rejected()));
                tell(id);
            }
        });
    }

    /** Only of start and end: the page of a running import asks by itself, and word of every batch would cost more than the batch. */
    private void tell(long id) {
        events.publishEvent(new LivePageEvent("import", String.valueOf(id), 0));
    }

    @PreDestroy
    void stop() {
        stopping = true;
        worker.shutdown();
    }
}
