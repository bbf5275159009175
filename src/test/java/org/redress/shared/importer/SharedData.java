package org.redress.shared.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real files that stand beside the project and are not part of it. */
public final class SharedData {

    private static final Logger LOG = LoggerFactory.getLogger(SharedData.class);

    private SharedData() {
    }

    /** Skips the test with a clear message where the file is missing. */
    public static byte[] read(String name) throws IOException {
        Path file = Path.of(System.getProperty("redress.shared-data", "../shared/data"), name);
        assumeTrue(Files.isReadable(file), () -> file.toAbsolutePath() + " is not there: set -Dredress.shared-data to the folder of the real files");
        return Files.readAllBytes(file);
    }

    /** Waits for the end of a run. */
    static ImportRun finished(Imports imports, long id) {
        long begun = System.nanoTime();
        long patience = begun + Duration.ofMinutes(15).toNanos();
        ImportRun run = imports.run(id);
        while (run.finishedAt() == null) {
            assertThat(System.nanoTime()).as("import %s at %s of %s", id, run.done(), run.total()).isLessThan(patience);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            run = imports.run(id);
        }
        LOG.info("{}: {} rows went in, {} were in already, {} were refused, in {} ms", run.fileName(), run.accepted(), run.duplicates(),
                run.rejected(), Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return run;
    }
}
