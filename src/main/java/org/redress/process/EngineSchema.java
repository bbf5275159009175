package org.redress.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's tables first, then ours: our migrations add indexes to the engine's. The engine's tables come from its
 * own scripts and lie in {@code public}, although our connections look into {@code redress} first; the engine itself refuses to start on
 * tables of another version than its own.
 */
@Component
class EngineSchema implements FlywayMigrationStrategy {

    /** Any number, the same on every node: two that start together on an empty database make the tables once. */
    private static final long LOCK = 0x52656472657373L;

    private static final List<String> PARTS = List.of("engine", "history", "identity", "decision.engine", "decision.history");
    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final Logger log = LoggerFactory.getLogger(EngineSchema.class);

    private final DataSource dataSource;

    EngineSchema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void migrate(Flyway flyway) {
        try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            try {
                statement.execute("SET search_path TO public");
                if (!isThere(connection)) {
                    create(connection);
                }
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
                statement.execute("RESET search_path");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The engine's tables could not be made", e);
        }
        flyway.migrate();
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var table = statement.executeQuery("SELECT to_regclass('public.act_ge_property') IS NOT NULL")) {
            table.next();
            return table.getBoolean(1);
        }
    }

    /** All of them or none: what half a set of tables would lead to is not worth finding out. */
    private static void create(Connection connection) throws SQLException {
        log.info("Making the tables of the engine, version {}", ProcessEngine.VERSION);
        connection.setAutoCommit(false);
        try {
            for (var part : PARTS) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource(SCRIPT.formatted(part)));
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
