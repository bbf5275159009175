package org.redress.process;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * The engine's tables first, then ours: our migrations add indexes to the engine's. The engine makes its own tables with its own
 * scripts, in {@code public}, although our connections look into {@code redress} first.
 */
@Component
class EngineSchema implements FlywayMigrationStrategy {

    /** Any number, the same on every node: two that start together on an empty database make the tables once. */
    private static final long LOCK = 0x52656472657373L;

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
                if (!isCurrent(connection)) {
                    createOrCheck(connection);
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

    private static boolean isCurrent(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var table = statement.executeQuery("SELECT to_regclass('public.act_ge_property') IS NOT NULL")) {
            table.next();
            if (!table.getBoolean(1)) {
                return false;
            }
        }
        try (var statement = connection.createStatement();
                var version = statement.executeQuery("SELECT value_ FROM public.act_ge_property WHERE name_ = 'schema.version'")) {
            return version.next() && ProcessEngine.VERSION.equals(version.getString(1));
        }
    }

    private static void createOrCheck(Connection connection) {
        new SchemaOnly(connection).run();
    }

    /** As much of an engine as its schema operations need; the engine that runs is configured elsewhere. */
    private static final class SchemaOnly extends StandaloneProcessEngineConfiguration {

        SchemaOnly(Connection connection) {
            setDataSource(new SingleConnectionDataSource(connection, true));
            setDatabaseSchema("public");
            setDatabaseTablePrefix("public.");
            setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
            setCmmnEnabled(false);
            setScriptEngineResolver(new NoScripts());
        }

        void run() {
            init();
            getCommandExecutorSchemaOperations().execute(commandContext -> {
                getSchemaOperationsCommand().execute(commandContext);
                return null;
            });
        }
    }
}
