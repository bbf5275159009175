package org.redress.shared.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every request of the Boston file becomes a complaint that came by its channel and stands at its team; the same file again changes nothing. */
class BostonImportTest extends RedressTest {

    private static final int REQUESTS = 2_494;

    @Autowired
    private Imports imports;

    @Test
    void everyRequestBecomesAComplaintOfItsTeam() throws IOException {
        byte[] file = SharedData.read("boston311_requests.csv");
        long first = imports.send("boston311", "boston311_requests.csv", file);
        ImportPreview preview = imports.preview(first);
        assertThat(preview.total()).isEqualTo(REQUESTS);
        assertThat(preview.ready()).isEqualTo(REQUESTS);
        assertThat(preview.unknown()).isEmpty();
        imports.start(first);
        ImportRun run = SharedData.finished(imports, first);
        assertThat(run).extracting(ImportRun::accepted, ImportRun::duplicates, ImportRun::rejected).containsExactly(REQUESTS, 0, 0);
        assertThat(channels()).isEqualTo(Map.of("WEB", 1196L, "HOTLINE", 901L, "COUNTER", 391L, "MEDIA", 4L, "LETTER", 2L));
        assertThat(count("state = 'ASSIGNED' and team is not null")).isEqualTo(REQUESTS);
        assertThat(count("captured_by = 'system'")).isEqualTo(REQUESTS);
        assertThat(jdbc.sql("select count(distinct team) from complaint").query(Integer.class).single()).isEqualTo(102);
        assertThat(jdbc.sql("select count(*) from open_task where task_key = 'userTask_signForCase'").query(Integer.class).single())
                .isEqualTo(REQUESTS);
        assertThat(jdbc.sql("select to_char(received_at at time zone 'America/New_York', 'YYYY-MM-DD HH24:MI:SS') from complaint "
                + "where source_key = '101004263976'").query(String.class).single()).isEqualTo("2022-04-21 06:16:59");

        long before = jdbc.sql("select sum(version) + count(*) from complaint").query(Long.class).single();
        long events = jdbc.sql("select count(*) from case_event").query(Long.class).single();
        long second = imports.send("boston311", "again.csv", file);
        assertThat(imports.preview(second).known()).isEqualTo(REQUESTS);
        imports.start(second);
        assertThat(SharedData.finished(imports, second)).extracting(ImportRun::accepted, ImportRun::duplicates, ImportRun::rejected)
                .containsExactly(0, REQUESTS, 0);
        assertThat(jdbc.sql("select sum(version) + count(*) from complaint").query(Long.class).single()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from case_event").query(Long.class).single()).isEqualTo(events);
    }

    private Map<String, Long> channels() {
        return jdbc.sql("select channel, count(*) as n from complaint group by channel")
                .query((row, number) -> Map.entry(row.getString("channel"), row.getLong("n"))).list().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from complaint where " + condition).query(Integer.class).single();
    }
}
