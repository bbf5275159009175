package org.redress.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** One of the databases on the server of this run, and how the application reaches it. */
public record TestDatabase(PostgresServer server, String name) implements JdbcConnectionDetails {

    static TestDatabase on(PostgresServer server, String name) {
        try (var connection = server.superuser("postgres"); var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("create database " + name + " owner " + PostgresServer.DATABASE);
            }
            return new TestDatabase(server, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return a database with nothing in it but what the server puts into every new one */
    public TestDatabase another(String other) {
        return on(server, other);
    }

    public Connection superuser() throws SQLException {
        return server.superuser(name);
    }

    @Override
    public String getJdbcUrl() {
        return server.jdbcUrl().replaceAll("/[^/]*$", "/" + name);
    }

    @Override
    public String getUsername() {
        return PostgresServer.DATABASE;
    }

    @Override
    public String getPassword() {
        return server.password();
    }
}
