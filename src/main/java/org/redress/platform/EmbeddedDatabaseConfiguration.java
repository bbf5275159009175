package org.redress.platform;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * The database that comes along when none is configured. Boot builds its usual pool from these connection details, so that
 * everything above cannot tell the difference; the pool depends on them and is closed before the server stops.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnProperty(name = DatabaseChoice.DEMO, havingValue = "true")
class EmbeddedDatabaseConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PostgresServer postgresServer(PlatformProperties properties) {
        return PostgresServer.start(DataFolder.open(properties.dataDir()), PostgresSettings.DURABLE);
    }

    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails embeddedConnection(PostgresServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }

            @Override
            public String getUsername() {
                return PostgresServer.DATABASE;
            }

            @Override
            public String getPassword() {
                return server.password();
            }
        };
    }
}
