package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

class EngineSchemaTest extends RedressTest {

    @Autowired
    ManagementService management;

    @Test
    void theEnginesTablesAreInPublicAndOnlyThere() {
        assertThat(jdbc.sql("select distinct schemaname from pg_tables where tablename like 'act\\_%'").query(String.class).list())
                .containsExactly("public");
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
}
