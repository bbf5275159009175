package org.redress.shared.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.shared.importer.Samples.utf8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.RedressTest;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs on the real tables with a target in memory: bad rows stay out alone, a crash loses nothing, the folder is an entrance too. */
class ImportRunsTest extends RedressTest {

    private static final Duration POLL = Duration.ofHours(1);

    @TempDir
    private Path folder;
    @Autowired
    private ImportRuns runs;
    @Autowired
    private CurrentActor actor;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private MessageSource messages;
    @Autowired
    private MappingCatalogue shipped;
    private Samples.Parcels parcels;
    private MappingCatalogue mappings;
    private ImportRunner runner;
    private Imports imports;
    private ImportFolder entrance;

    @BeforeEach
    void importer() throws IOException {
        Files.writeString(folder.resolve("parcels.yaml"), Samples.MAPPING);
        ImporterSettings settings = new ImporterSettings(folder, POLL);
        parcels = new Samples.Parcels();
        mappings = new MappingCatalogue(settings, List.of(parcels, shipped.target(shipped.mapping("complaints")),
                shipped.target(shipped.mapping("service-jobs")), shipped.target(shipped.mapping("evaluations"))));
        runner = new ImportRunner(runs, mappings, actor, audit, events, transactions, clock);
        imports = new Imports(runs, mappings, runner, actor, audit, clock);
        entrance = new ImportFolder(settings, mappings, runs, runner, actor, audit, messages, transactions, clock);
    }

    @Test
    void goodRowsGoInAlthoughOthersAreRefused() {
        long id = run(file(60).replace("17,s,2026-03-01 10:00", "17,huge,never").replace(",to40,street40", ",refuse,"));
        ImportRun run = SharedData.finished(imports, id);
        assertThat(run).extracting(ImportRun::state, ImportRun::total, ImportRun::accepted, ImportRun::duplicates, ImportRun::rejected)
                .containsExactly(ImportRun.State.DONE, 60, 58, 0, 2);
        assertThat(parcels.written).hasSize(58).doesNotContain("17", "40");
        List<Reject> rejects = imports.firstRejects(id);
        assertThat(rejects).extracting(Reject::line).containsExactly(18, 41);
        assertThat(rejects.get(0).problems()).extracting(FieldProblem::field).containsExactlyInAnyOrder("size", "sent");
        assertThat(rejects.get(1).problems()).extracting(FieldProblem::field).containsExactly("label");

        String csv = new String(imports.rejectFile(id, FieldProblem::key), java.nio.charset.StandardCharsets.UTF_8);
        long mended = run(csv.replace("huge,never", "s,2026-03-01 10:00").replace("refuse", "somebody"));
        assertThat(SharedData.finished(imports, mended)).extracting(ImportRun::accepted, ImportRun::rejected).containsExactly(2, 0);
        assertThat(parcels.written).hasSize(60);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        SharedData.finished(imports, run(file(30)));
        assertThat(SharedData.finished(imports, run(file(30)))).extracting(ImportRun::accepted, ImportRun::duplicates).containsExactly(0, 30);
    }

    @Test
    void aRunWhoseNodeIsGoneIsFinishedByAnother() {
        long id = imports.send("parcels", "p.csv", utf8(file(60)));
        assertThat(runs.start(id, 60, clock.instant())).isTrue();
        runs.moved(id, 25, 25, 0, 0, clock.instant());
        runner.resumeAbandoned();
        clock.advance(Duration.ofMinutes(3));
        assertThat(imports.run(id).done()).as("a run that moved just now is left to its node").isEqualTo(25);
        runner.resumeAbandoned();
        assertThat(SharedData.finished(imports, id)).extracting(ImportRun::done, ImportRun::accepted).containsExactly(60, 60);
        assertThat(parcels.written).as("only what was left").hasSize(35);
    }

    @Test
    void aRunIsStartedOnce() {
        long id = imports.send("parcels", "p.csv", utf8(file(3)));
        imports.start(id);
        assertThatThrownBy(() -> imports.start(id)).isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(409));
        SharedData.finished(imports, id);
    }

    @Test
    void aFileOfTheFolderIsTakenWhenItHasStoppedGrowing() throws IOException {
        Path file = Files.createDirectories(folder.resolve("parcels")).resolve("new.csv");
        Files.writeString(file, file(10).substring(0, 100));
        entrance.look();
        Files.writeString(file, file(10).replace("3,s", "3,huge"));
        entrance.look();
        assertThat(runs.ofFolderFile("parcels/new.csv")).as("it grew since the last look").isEmpty();
        entrance.look();
        long id = runs.ofFolderFile("parcels/new.csv").orElseThrow().id();
        assertThat(SharedData.finished(imports, id)).extracting(ImportRun::accepted, ImportRun::rejected, ImportRun::uploadedBy)
                .containsExactly(9, 1, "system");
        entrance.look();
        assertThat(file).doesNotExist();
        assertThat(file.resolveSibling("done").resolve("new.csv")).exists();
        assertThat(file.resolveSibling("done").resolve("new.csv.rejected.csv")).content().contains("huge");
        assertThat(runs.ofFolderFile("parcels/new.csv")).isEmpty();
    }

    @Test
    void aFileOfTheFolderThatCannotBeReadIsPutAsideWithTheReason() throws IOException {
        Path file = Files.createDirectories(folder.resolve("parcels")).resolve("half.csv");
        Files.writeString(file, file(10) + "11,s");
        entrance.look();
        entrance.look();
        assertThat(file.resolveSibling("failed").resolve("half.csv.error.txt")).content().contains("12");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatCannotBeMovedIsTakenOnceAndMovedWhenItCan() throws IOException {
        Path file = stuck("stuck.csv", file(10));
        long id = runs.ofFolderFile("parcels/stuck.csv").orElseThrow().id();
        entrance.look();
        entrance.look();
        assertThat(imports.recent()).filteredOn(run -> run.fileName().equals("stuck.csv")).extracting(ImportRun::id).containsExactly(id);
        assertThat(file).exists();

        Files.delete(file.resolveSibling("done"));
        entrance.look();
        assertThat(file).doesNotExist();
        assertThat(file.resolveSibling("done").resolve("stuck.csv")).exists();
        assertThat(runs.ofFolderFile("parcels/stuck.csv")).isEmpty();
    }

    @Test
    void anotherFileUnderTheNameOfOneThatCouldNotBeMovedIsRead() throws IOException {
        Path file = stuck("daily.csv", file(10));
        long first = runs.ofFolderFile("parcels/daily.csv").orElseThrow().id();
        Files.delete(file.resolveSibling("done"));
        Files.writeString(file, file(12));
        entrance.look();
        entrance.look();
        long second = runs.ofFolderFile("parcels/daily.csv").orElseThrow().id();
        assertThat(second).isNotEqualTo(first);
        assertThat(SharedData.finished(imports, second)).extracting(ImportRun::accepted, ImportRun::duplicates).containsExactly(2, 10);
        entrance.look();
        assertThat(file.resolveSibling("done").resolve("daily.csv")).content().isEqualTo(file(12));
    }

    @Test
    void aRunThatAnotherNodeStartedKeepsItsFileOutOfFailed() throws IOException {
        ImportRunner second = new ImportRunner(runs, mappings, actor, audit, events, transactions, clock) {
            @Override
            void start(long id, Mapping mapping) {
                runner.start(id, mapping);
                super.start(id, mapping);
            }
        };
        entrance = new ImportFolder(new ImporterSettings(folder, POLL), mappings, runs, second, actor, audit, messages, transactions, clock);
        Path file = Files.createDirectories(folder.resolve("parcels")).resolve("shared.csv");
        Files.writeString(file, file(10));
        entrance.look();
        entrance.look();
        assertThat(SharedData.finished(imports, runs.ofFolderFile("parcels/shared.csv").orElseThrow().id()).state())
                .isEqualTo(ImportRun.State.DONE);
        assertThat(file).exists();
        assertThat(file.resolveSibling("failed")).doesNotExist();
        entrance.look();
        assertThat(file.resolveSibling("done").resolve("shared.csv")).exists();
    }

    @Test
    void aFileThatNobodyStartedIsForgottenAfterAWeek() {
        long started = run(file(3));
        SharedData.finished(imports, started);
        long looked = imports.send("parcels", "p.csv", utf8(file(3)));
        clock.advance(Duration.ofDays(7));
        runner.forgetPreviews();
        assertThat(imports.run(looked).state()).isEqualTo(ImportRun.State.PREVIEW);
        clock.advance(Duration.ofSeconds(1));
        runner.forgetPreviews();
        assertThat(runs.find(looked)).isEmpty();
        assertThat(runs.content(started)).isEqualTo(utf8(file(3)));
    }

    @Test
    void everyMappingHasItsFolderAlsoOneThatCameLater() throws IOException {
        entrance.look();
        assertThat(folder.resolve("parcels")).isDirectory();
        assertThat(folder.resolve("complaints")).isDirectory();
        Files.writeString(folder.resolve("letters.yaml"), Samples.MAPPING.replace("name: parcels", "name: letters"));
        entrance.look();
        assertThat(folder.resolve("letters")).isDirectory();
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> imports.send("parcels", "p.csv", new byte[Imports.LARGEST + 1]))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(413));
    }

    /** A file that was taken in and cannot be moved, because its folder "done" is a file. */
    private Path stuck(String name, String content) throws IOException {
        Path file = Files.createDirectories(folder.resolve("parcels")).resolve(name);
        Files.writeString(file, content);
        Files.writeString(file.resolveSibling("done"), "in the way");
        entrance.look();
        entrance.look();
        SharedData.finished(imports, runs.ofFolderFile("parcels/" + name).orElseThrow().id());
        entrance.look();
        return file;
    }

    private long run(String file) {
        long id = imports.send("parcels", "p.csv", utf8(file));
        imports.start(id);
        return id;
    }

    private static String file(int rows) {
        return Samples.HEAD + IntStream.rangeClosed(1, rows).mapToObj(n -> n + ",s,2026-03-01 10:00,5,to" + n + ",street" + n)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
