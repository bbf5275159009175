package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the command to the first good answer, and what the machine has given by then: on a new folder, and on one that is there. */
@Bench
class StartTest {

    private static final double MIB = 1024;

    @Test
    void startAndRest(@TempDir Path data) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/self/smaps_rollup")), "memory is read from /proc");
        measure("First start", data);
        measure("Second start", data);
    }

    private static void measure(String which, Path data) throws IOException, InterruptedException {
        try (var application = ChildApplication.start(data)) {
            double seconds = application.secondsToReady();
            Awaitility.await().pollDelay(Duration.ofSeconds(Size.REST_SECONDS)).atMost(Duration.ofSeconds(Size.REST_SECONDS + 30L))
                    .until(application::isUp);
            double java = application.process().kibibytes() / MIB;
            double database = application.postmaster().kibibytes() / MIB;
            assertThat(java).isPositive();
            assertThat(database).isPositive();
            Report.atMost(which + " to ready", seconds, 15, 15, " s");
            Report.line(which + ", at rest: application", Report.number(java) + " MiB");
            Report.line(which + ", at rest: its PostgreSQL", Report.number(database) + " MiB");
            Report.atMost(which + ", at rest: both", java + database, 700, 700, " MiB");
        }
    }
}
