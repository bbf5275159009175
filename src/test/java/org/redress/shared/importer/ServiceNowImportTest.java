package org.redress.shared.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every incident of the ServiceNow log becomes one case, every event a note in its timeline. Data: Amaral, Fantinato, Peres 2018,
 * doi 10.24432/C57S4H, CC BY 4.0.
 */
class ServiceNowImportTest extends RedressTest {

    private static final int EVENTS = 9_884;
    private static final int INCIDENTS = 1_686;

    @Autowired
    private Imports imports;

    @Test
    void everyIncidentIsACaseWithItsStory() throws IOException {
        byte[] file = SharedData.read("servicenow_incident_events_2016w12.csv");
        long id = imports.send("service-now", "incidents.csv", file);
        assertThat(imports.preview(id)).extracting(ImportPreview::total, ImportPreview::ready, ImportPreview::rejected)
                .containsExactly(EVENTS, EVENTS, 0);
        imports.start(id);
        assertThat(SharedData.finished(imports, id)).extracting(ImportRun::accepted, ImportRun::duplicates, ImportRun::rejected)
                .containsExactly(EVENTS, 0, 0);
        assertThat(number("select count(*) from complaint where channel = 'HOTLINE'")).isEqualTo(INCIDENTS);
        assertThat(number("select count(*) from complaint where state = 'ASSIGNED' and team is not null")).isEqualTo(INCIDENTS - 124);
        assertThat(number("select count(*) from complaint where state = 'TRIAGE' and team is null")).isEqualTo(124);
        assertThat(number("select count(*) from case_event where kind = 'NOTE'")).isEqualTo(EVENTS);
        assertThat(jdbc.sql("""
                select e.data ->> 'text' from case_event e join complaint c on c.id = e.complaint_id
                where c.source_key = 'INC0009144' and e.kind = 'NOTE' order by e.at, e.id limit 1""").query(String.class).single())
                .isEqualTo("New · Group 70 · Resolver 31 · reassigned: 0 · reopened: 0");

        byte[] lastEventOnly = lastEventOnly(file);
        long again = imports.send("service-now", "one.csv", lastEventOnly);
        assertThat(imports.preview(again).known()).isEqualTo(1);
        imports.start(again);
        assertThat(SharedData.finished(imports, again)).extracting(ImportRun::accepted, ImportRun::duplicates).containsExactly(0, 1);
        assertThat(number("select count(*) from case_event where kind = 'NOTE'")).isEqualTo(EVENTS);
    }

    private static byte[] lastEventOnly(byte[] file) {
        var lines = new String(file, java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        return Samples.utf8(lines.get(0) + "\n" + lines.get(lines.size() - 1) + "\n");
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
