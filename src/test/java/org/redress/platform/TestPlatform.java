package org.redress.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.redress.MovableClock;
import org.redress.OneRunner;
import org.redress.process.EngineTime;
import org.redress.process.Jobs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.FileSystemUtils;

/** A server for this run of the tests, in a folder that goes with it; fast instead of durable. */
@TestConfiguration(proxyBeanMethods = false)
@Import({EngineTime.class, Jobs.class})
public class TestPlatform {

    private static final PostgresSettings FAST = PostgresSettings.DURABLE.with(
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));

    /** The programs are unpacked once for a checkout, not once for a run. */
    private static final Path PROGRAMS = Path.of("target", "postgres").toAbsolutePath();

    static Path programs() {
        return OneRunner.alone("postgres-programs", () -> {
            try {
                PostgresBinaries.unpackInto(Files.createDirectories(PROGRAMS));
                return PROGRAMS;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Bean
    MovableClock movableClock() {
        return new MovableClock();
    }

    /** One a JVM, whatever contexts come and go. */
    @Bean(destroyMethod = "")
    PostgresServer postgresServer() {
        return Shared.SERVER;
    }

    /** A context with other models or settings takes a database of its own by {@code test.database=name}. */
    @Bean
    TestDatabase testDatabase(PostgresServer server, @Value("${test.database:redress}") String name) {
        return TestDatabase.on(server, name);
    }

    @Bean
    DatabaseBaseline databaseBaseline(TestDatabase database) {
        return new DatabaseBaseline(database);
    }

    private static final class Shared {

        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                var folder = Files.createTempDirectory("redress-test-");
                var server = PostgresServer.start(DataFolder.open(folder), programs(), FAST);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(PostgresServer server, Path folder) {
            server.close();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }
}
