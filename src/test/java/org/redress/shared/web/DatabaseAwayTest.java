package org.redress.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The database goes away while people work: it lets nobody in but the one connection that ends it again. */
class DatabaseAwayTest extends RedressTest {

    @Autowired
    private DataSource dataSource;

    private Connection last;

    @BeforeEach
    void keepOneConnection() throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);
        last = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    @AfterEach
    void back() throws SQLException {
        execute("alter database redress connection limit -1");
        last.close();
    }

    @Test
    void aPageSaysSoAndGivesBackWhatWasTyped() throws SQLException {
        var browser = new Browser(url("")).as("admin");
        execute("alter database redress connection limit 0");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'redress' and pid <> pg_backend_pid()"
                + " and usename = current_user");
        var answer = browser.post("/admin/people/agent", Map.of("nameEn", "Typed with care", "password", "never shown"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Not available just now", "Typed with care").doesNotContain("never shown", "SQL");
        var api = Api.as(url(""), "manager").speaking("zh-CN").get("/api/v1/tasks?scope=mine");
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(Api.json(api).get("detail").asText()).contains("一分钟后再试");

        execute("alter database redress connection limit -1");
        assertThat(browser.get("/settings").statusCode()).as("as soon as it is back").isEqualTo(200);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = last.createStatement()) {
            statement.execute(sql);
        }
    }
}
