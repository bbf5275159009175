package org.redress.shared.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The folder entrance: {@code <imports-dir>/<mapping>/*.csv}. A file that has not grown between two looks is run; afterwards it stands in
 * {@code done/}, with the refused rows beside it, or in {@code failed/} with the reason beside it.
 */
@Component
class ImportFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFolder.class);

    private final ImporterSettings settings;
    private final MappingCatalogue mappings;
    private final ImportRuns runs;
    private final ImportRunner runner;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Map<Path, Look> lastLook = Map.of();
    /** Files that could not be moved: said once, not at every look. */
    private final Set<Path> stuck = new HashSet<>();
    private final Set<Path> notMade = new HashSet<>();

    ImportFolder(ImporterSettings settings, MappingCatalogue mappings, ImportRuns runs, ImportRunner runner, CurrentActor actor,
            AuditTrail audit, MessageSource messages, PlatformTransactionManager transactions, Clock clock) {
        this.settings = settings;
        this.mappings = mappings;
        this.runs = runs;
        this.runner = runner;
        this.actor = actor;
        this.audit = audit;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Look(long size, FileTime changed) {
    }

    /** One look at the folders; called by a timer. */
    synchronized void look() {
        Map<Path, Look> now = new HashMap<>();
        for (Mapping mapping : mappings.all().mappings()) {
            for (Path file : files(made(settings.importsDir().resolve(mapping.name())))) {
                try {
                    Look look = new Look(Files.size(file), Files.getLastModifiedTime(file));
                    now.put(file, look);
                    if (look.equals(lastLook.get(file))) {
                        actor.callAs(Actor.system("import folder"), () -> {
                            take(file, mapping);
                            return file;
                        });
                    }
                } catch (IOException e) {
                    LOG.warn("import folder: {} cannot be read now", file, e);
                }
            }
        }
        lastLook = now;
        stuck.retainAll(now.keySet());
    }

    private void take(Path file, Mapping mapping) {
        String path = settings.importsDir().relativize(file).toString();
        try {
            // asked before the file is read: a file whose run another node has just let go is gone by then
            Optional<ImportRun> known = runs.ofFolderFile(path);
            if (Files.size(file) > Imports.LARGEST) {
                throw Problem.tooLarge("imports.file.tooLarge", String.valueOf(Imports.LARGEST / 1024 / 1024));
            }
            byte[] content = Files.readAllBytes(file);
            if (known.isEmpty()) {
                begin(file, path, content, mapping);
            } else if (!runs.isOf(known.get().id(), Imports.sha256(content))) {
                runs.folderFileMoved(known.get().id());
                begin(file, path, content, mapping);
            } else if (known.get().state() == ImportRun.State.PREVIEW) {
                start(known.get().id(), mapping);
            } else if (known.get().state() != ImportRun.State.RUNNING) {
                finished(file, known.get(), mapping);
            }
        } catch (Problem e) {
            moveWith(file, "failed", ".error.txt", sentence(Imports.asKept(e)).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            LOG.debug("another node has moved {}", file, e);
        } catch (IOException e) {
            LOG.warn("import folder: {} cannot be read now", file, e);
        }
    }

    /** @throws Problem when the file as a whole cannot be read */
    private void begin(Path file, String path, byte[] content, Mapping mapping) {
        CsvFileReader.read(content, mapping);
        String name = file.getFileName().toString();
        try {
            Long id = transaction.execute(status -> {
                long run = runs.insert(mapping.name(), Imports.shortened(name), path, Imports.sha256(content), content, Actor.SYSTEM, clock.instant());
                audit.record("SEND_FILE", "IMPORT", String.valueOf(run), Map.of("file", name, "mapping", mapping.name()));
                return run;
            });
            start(Objects.requireNonNull(id), mapping);
        } catch (DuplicateKeyException e) {
            LOG.debug("another node has taken {}", file, e);
        }
    }

    /** What is wrong now stays with the run; the next look puts its file aside. */
    private void start(long id, Mapping mapping) {
        try {
            runner.start(id, mapping);
        } catch (Problem e) {
            if (e.status() == 409) {
                LOG.debug("another node has started import {}", id, e);
            } else {
                runs.finish(id, ImportRun.State.FAILED, Imports.asKept(e), clock.instant());
            }
        }
    }

    private void finished(Path file, ImportRun run, Mapping mapping) {
        boolean done = run.state() == ImportRun.State.DONE;
        byte[] beside = null;
        if (run.problem() != null) {
            beside = sentence(run.problem()).getBytes(StandardCharsets.UTF_8);
        } else if (run.rejected() > 0) {
            CsvFile read = CsvFileReader.read(runs.content(run.id()), mapping);
            beside = RejectFile.write(read.header(), mapping.delimiter(), runs.rejects(run.id(), Integer.MAX_VALUE), this::sentence);
        }
        if (moveWith(file, done ? "done" : "failed", done ? ".rejected.csv" : ".error.txt", beside)) {
            runs.folderFileMoved(run.id());
        }
    }

    /** What the folder writes beside a file is for whoever looks after the server: in the product's default language. */
    private String sentence(FieldProblem problem) {
        return messages.getMessage(problem.key(), problem.args().toArray(), Locale.getDefault());
    }

    /** False when the file still stands where it stood, or another node has moved it. */
    private boolean moveWith(Path file, String folder, String ending, byte @Nullable [] beside) {
        Path target = file.resolveSibling(folder).resolve(file.getFileName());
        try {
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            LOG.debug("another node has moved {}", file, e);
            return false;
        } catch (IOException e) {
            if (stuck.add(file)) {
                LOG.warn("import folder: {} cannot be moved to {}, it stays there and is not taken again", file, folder, e);
            }
            return false;
        }
        try {
            if (beside != null) {
                Files.write(target.resolveSibling(target.getFileName() + ending), beside);
            }
        } catch (IOException e) {
            LOG.warn("import folder: what was refused cannot be written beside {}", target, e);
        }
        return true;
    }

    /** So that people see where files go, also for a mapping that came later; without the right to make it, the page is the entrance. */
    private Path made(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            if (notMade.add(folder)) {
                LOG.warn("import folder: {} cannot be made", folder, e);
            }
        }
        return folder;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv") && Files.isRegularFile(file))
                    .sorted().toList();
        } catch (IOException e) {
            LOG.warn("import folder: {} cannot be listed", folder, e);
            return List.of();
        }
    }
}
