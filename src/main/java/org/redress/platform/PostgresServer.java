package org.redress.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own in a {@link DataFolder}, started with the application and stopped with it. It survives the
 * application being killed: the next start finds what is left and begins from what was committed.
 */
final class PostgresServer implements AutoCloseable {

    /** Name of the database and of its owner, an ordinary account like the one a production database would give us. */
    static final String DATABASE = "redress";
    private static final String SUPERUSER = "postgres";
    private static final long LOG_LIMIT_BYTES = 10L << 20;
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    private final DataFolder folder;
    private final Path cluster;
    private final PostgresTool tool;
    private final ServerMemory memory;
    private int port;

    private PostgresServer(DataFolder folder, PostgresTool tool) throws IOException {
        this.folder = folder;
        this.cluster = folder.resolve("postgres");
        this.tool = tool;
        this.memory = ServerMemory.in(folder);
    }

    /**
     * Starts the server, making its files first if there are none yet.
     *
     * @throws StartProblem when it cannot run here, in words for the person who started the application
     */
    static PostgresServer start(DataFolder folder, PostgresSettings settings) {
        return start(folder, folder.resolve("programs"), settings);
    }

    static PostgresServer start(DataFolder folder, Path programs, PostgresSettings settings) {
        try {
            var server = new PostgresServer(folder, new PostgresTool(PostgresBinaries.unpackInto(Files.createDirectories(programs))));
            server.run(settings);
            return server;
        } catch (IOException | SQLException | RuntimeException e) {
            folder.close();
            throw new StartProblem("The embedded database in " + folder + " does not start: " + e.getMessage(),
                    "Its log is " + folder.resolve("postgres.log") + ". Or use a database of your own: spring.datasource.url=...", e);
        }
    }

    private void run(PostgresSettings settings) throws IOException, SQLException {
        long began = System.nanoTime();
        if (!Files.exists(cluster)) {
            makeCluster();
        }
        new LeftoverPostmaster(cluster, tool).clearAway();
        port = memory.freePort();
        tool.run("pg_ctl", "-D", cluster.toString(), "-l", freshLog().toString(), "-w", "-t", String.valueOf(START_LIMIT.toSeconds()),
                "-o", settings.asOptions(port), "start");
        try {
            makeDatabase();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
        log.info("Embedded PostgreSQL in {} answers on port {} after {} ms", folder, port, (System.nanoTime() - began) / 1_000_000);
    }

    /** In a folder aside first: a first start that is interrupted leaves nothing that looks like a database. */
    private void makeCluster() throws IOException {
        var unfinished = folder.resolve("postgres.part");
        FileSystemUtils.deleteRecursively(unfinished);
        var arguments = new ArrayList<>(List.of("-D", unfinished.toString(), "-U", SUPERUSER, "-A", "scram-sha-256",
                "--pwfile", memory.passwordFile().toString(), "-E", "UTF8",
                "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
        // The C library of macOS knows no C.UTF-8; order and case are the builtin provider's there as well.
        arguments.addAll(List.of("--locale", System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8"));
        tool.run("initdb", arguments.toArray(String[]::new));
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void makeDatabase() throws SQLException {
        try (var connection = superuser("postgres"); var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + DATABASE + "'")) {
                statement.execute("CREATE ROLE " + DATABASE + " LOGIN PASSWORD '" + password() + "'");
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + DATABASE);
            }
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** A connection with every right, for making the database and for tests; the application itself never uses it. */
    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, password());
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    String password() {
        return memory.password();
    }

    private Path freshLog() throws IOException {
        var file = folder.resolve("postgres.log");
        if (Files.exists(file) && Files.size(file) > LOG_LIMIT_BYTES) {
            Files.move(file, folder.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    @Override
    public void close() {
        try {
            tool.run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-t", "60", "-w", "stop");
        } catch (IOException e) {
            log.warn("The embedded database did not stop in time; the next start will recover it", e);
        } finally {
            folder.close();
        }
    }
}
