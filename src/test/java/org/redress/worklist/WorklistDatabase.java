package org.redress.worklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;

/**
 * A PostgreSQL with our tables and without the engine (its indexes come from V90 on), for tests that need no application. Planned for as our own server
 * is. One a JVM.
 */
public final class WorklistDatabase {

    private static final DataSource SOURCE = start();

    private WorklistDatabase() {
    }

    public static DataSource dataSource() {
        return SOURCE;
    }

    private static DataSource start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setOverrideWorkingDirectory(Path.of("target", "worklist-pg").toFile())
                    .setServerConfig("random_page_cost", "1.1").setServerConfig("jit", "off").start();
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres") + "&currentSchema=redress");
            config.setMaximumPoolSize(8);
            Flyway.configure().dataSource(server.getPostgresDatabase()).schemas("redress").defaultSchema("redress").target("89?").load().migrate();
            return new HikariDataSource(config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
