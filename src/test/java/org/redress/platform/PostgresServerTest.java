package org.redress.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ended the last run, the next one begins with what was committed. */
class PostgresServerTest {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path folder;

    @Test
    void isDurableAndListensHereOnly() throws Exception {
        try (var server = start(); var connection = server.superuser(PostgresServer.DATABASE)) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "full_page_writes")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "unix_socket_directories")).isEmpty();
            assertThat(show(connection, "server_encoding")).isEqualTo("UTF8");
            assertThat(first(connection, "select concat_ws(' ', datctype, datlocprovider, datlocale) from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8 b C.UTF-8");
            assertThat(first(connection, "select lower('ÄÖ漏气')")).isEqualTo("äö漏气");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (var server = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), PostgresServer.DATABASE, "guess"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password");
        }
    }

    @Test
    void givesTheApplicationAnOrdinaryAccountThatOwnsItsDatabase() throws Exception {
        try (var server = start(); var connection = connect(server); var statement = connection.createStatement()) {
            statement.execute("create schema redress");
            var rights = statement.executeQuery("select rolsuper from pg_roles where rolname = current_user");
            rights.next();
            assertThat(rights.getBoolean(1)).isFalse();
        }
    }

    @Test
    void keepsDataAndPortOverANormalStop() throws Exception {
        int port;
        try (var server = start()) {
            write(server, "kept");
            port = port(server);
        }
        try (var server = start()) {
            assertThat(read(server)).isEqualTo("kept");
            assertThat(port(server)).isEqualTo(port);
        }
    }

    @Test
    void takesOverFromAnApplicationThatWasKilled() throws Exception {
        var child = ServerInChild.start(folder);
        long leftover;
        try {
            leftover = postmaster();
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(ProcessHandle.of(leftover)).as("the postmaster outlives its application").isPresent();
        try (var server = start()) {
            assertThat(postmaster()).isNotEqualTo(leftover);
            write(server, "after");
            assertThat(read(server)).isEqualTo("after");
        }
    }

    @Test
    void recoversWhatWasCommittedWhenTheServerItselfIsKilled() throws Exception {
        var killed = start();
        write(killed, "committed");
        var postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
        killed.close();
        assertThat(folder.resolve("postgres/postmaster.pid")).as("left behind").exists();
        try (var server = start()) {
            assertThat(read(server)).isEqualTo("committed");
        }
    }

    @Test
    void isNotStoppedByAPidFileThatNamesSomebodyElse() throws Exception {
        try (var server = start()) {
            write(server, "kept");
        }
        Files.writeString(folder.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n/elsewhere\n");
        try (var server = start()) {
            assertThat(read(server)).isEqualTo("kept");
        }
    }

    @Test
    void beginsAgainWhenTheFirstStartWasInterrupted() throws Exception {
        Files.createDirectories(folder.resolve("postgres.part/base"));
        Files.writeString(folder.resolve("postgres.part/PG_VERSION"), "17");
        Files.writeString(folder.resolve("postgres.password"), "");
        try (var server = start()) {
            write(server, "made");
            assertThat(read(server)).isEqualTo("made");
        }
    }

    @Test
    void saysInASentenceWhyItDoesNotStart() throws Exception {
        start().close();
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "9.6");
        assertThatThrownBy(this::start).isInstanceOf(StartProblem.class)
                .hasMessageStartingWith("The embedded database in " + folder + " does not start: ");
        try (var free = DataFolder.open(folder)) {
            assertThat(free.resolve("lock")).as("the folder is given back").exists();
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(DataFolder.open(folder), TestPlatform.programs(), PostgresSettings.DURABLE);
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), PostgresServer.DATABASE, server.password());
    }

    private static void write(PostgresServer server, String text) throws SQLException {
        try (var connection = connect(server); var statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("insert into note values ('" + text + "')");
        }
    }

    private static String read(PostgresServer server) throws SQLException {
        try (var connection = connect(server)) {
            return first(connection, "select text from note");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return first(connection, "show " + setting);
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0));
    }

    private static int port(PostgresServer server) {
        return Integer.parseInt(server.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
    }
}
