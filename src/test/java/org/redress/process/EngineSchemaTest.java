package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.redress.platform.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The order: the engine's tables, then ours, on whatever database it finds. */
class EngineSchemaTest extends EngineTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    @Autowired
    EngineSchema schema;

    @Autowired
    Flyway flyway;

    @Test
    void theEnginesTablesAreInPublicAndOnlyThere() {
        assertThat(enginesSchemas(jdbc)).containsExactly("public");
        assertThat(jdbc.sql("select value_ from public.act_ge_property where name_ = 'schema.version'").query(String.class).single())
                .isEqualTo(ProcessEngine.VERSION);
    }

    @Test
    void oursAreInRedressWithTheirHistoryAndFoundUnqualified() {
        assertThat(jdbc.sql("select schemaname from pg_tables where tablename = 'flyway_schema_history'").query(String.class).list())
                .containsExactly("redress");
        assertThat(jdbc.sql("select count(*) from flyway_schema_history where not success").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select current_schemas(false)::text").query(String.class).single()).isEqualTo("{redress,public}");
    }

    @Test
    void theIndexesForManyTimersAreThere() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where tablename = 'act_ru_job'").query(String.class).list())
                .anyMatch(index -> index.endsWith("(duedate_)"))
                .anyMatch(index -> index.contains("(process_instance_id_) WHERE (lock_owner_ IS NOT NULL)"));
    }

    @Test
    void aRestartChangesNothing() {
        var before = tables(jdbc);
        schema.migrate(flyway);
        assertThat(tables(jdbc)).isEqualTo(before);
        assertThat(jdbc.sql("select current_schemas(false)::text").query(String.class).single())
                .as("the connection goes back as it came").isEqualTo("{redress,public}");
    }

    @Test
    void aDatabaseThatAlreadyHasOurSchemaStillGetsTheEnginesTablesInPublic() {
        var source = connect("prepared");
        var prepared = JdbcClient.create(source);
        prepared.sql("create schema redress").update();
        new EngineSchema(source).migrate(flywayOn(source));
        assertThat(enginesSchemas(prepared)).containsExactly("public");
    }

    @Test
    void twoNodesThatStartTogetherMakeTheTablesOnce() {
        var source = connect("together");
        var nodes = Stream.generate(() -> CompletableFuture.runAsync(() -> new EngineSchema(source).migrate(flywayOn(source))))
                .limit(2).toList();
        CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();
        assertThat(tables(JdbcClient.create(source))).isEqualTo(tables(jdbc));
    }

    private DataSource connect(String name) {
        var fresh = database.another(name);
        return new DriverManagerDataSource(fresh.getJdbcUrl() + "?currentSchema=redress,public", fresh.getUsername(), fresh.getPassword());
    }

    private Flyway flywayOn(DataSource source) {
        return Flyway.configure().configuration(flyway.getConfiguration()).dataSource(source).load();
    }

    private static List<String> enginesSchemas(JdbcClient jdbc) {
        return jdbc.sql("select distinct schemaname from pg_tables where tablename like 'act\\_%'").query(String.class).list();
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("select schemaname || '.' || tablename from pg_tables where schemaname in ('redress', 'public') order by 1")
                .query(String.class).list();
    }
}
