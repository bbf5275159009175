package org.redress.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class DatabaseAwayAnalyzerTest {

    @Test
    void saysThatNobodyAnswersAndWhereButNotThePassword() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var said = connect("jdbc:postgresql://127.0.0.1:" + port + "/redress?user=somebody&password=secret");
        assertThat(said.getDescription()).startsWith("The database 127.0.0.1:" + port + "/redress does not answer").doesNotContain("secret");
        assertThat(said.getAction()).contains("spring.datasource.url");
    }

    @Test
    void saysThatTheAccountIsRefused() {
        var said = analyze(new SQLException("FATAL: password authentication failed", "28P01"), "jdbc:postgresql://db:5432/redress");
        assertThat(said.getDescription()).startsWith("The database db:5432/redress refuses the account");
        assertThat(said.getAction()).contains("spring.datasource.username");
    }

    @Test
    void saysThatItDoesNotExist() {
        var said = analyze(new SQLException("FATAL: database \"x\" does not exist", "3D000"), "jdbc:postgresql://db/x");
        assertThat(said.getDescription()).startsWith("The database db/x does not exist");
    }

    @Test
    void leavesOtherProblemsToOthers() {
        var failure = new SQLException("syntax error", "42601");
        assertThat(new DatabaseAwayAnalyzer(new MockEnvironment()).analyze(failure)).isNull();
    }

    private static FailureAnalysis connect(String url) {
        try (var connection = DriverManager.getConnection(url)) {
            throw new AssertionError("Somebody answers: " + connection);
        } catch (SQLException e) {
            return analyze(e, url);
        }
    }

    private static FailureAnalysis analyze(SQLException failure, String url) {
        var environment = new MockEnvironment().withProperty("spring.datasource.url", url);
        return new DatabaseAwayAnalyzer(environment).analyze(new IllegalStateException("as Flyway wraps it", failure));
    }
}
