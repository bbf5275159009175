package org.redress.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of answers from outside and of the jobs they are about; each asked once for many. */
@Repository
class OutsideTable {

    private static final int PREFIX = "OUT:".length();

    private final JdbcClient jdbc;

    OutsideTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A job as an answer needs it. */
    record Job(long id, @org.jspecify.annotations.Nullable String region, Segment segment) {
    }

    /** Answers that are in, by external id, without the number of the job. */
    Map<String, OutsideAnswer> known(Collection<String> externalIds) {
        Map<String, OutsideAnswer> known = new HashMap<>();
        jdbc.sql("select * from evaluation where source_key = any(?)").param(externalIds.stream().map(id -> "OUT:" + id).toArray(String[]::new))
                .query((row, number) -> answer(row)).list().forEach(answer -> known.put(answer.externalId(), answer));
        return known;
    }

    Set<String> keys(Collection<String> externalIds) {
        return new HashSet<>(jdbc.sql("select substr(source_key, 5) from evaluation where source_key = any(?)")
                .param(externalIds.stream().map(id -> "OUT:" + id).toArray(String[]::new)).query(String.class).list());
    }

    Map<String, Job> jobs(Collection<String> numbers) {
        Map<String, Job> jobs = new HashMap<>();
        jdbc.sql("select external_id, id, region, segment from service_job where external_id = any(?)").param(numbers.toArray(String[]::new))
                .query(row -> {
                    jobs.put(row.getString("external_id"), new Job(row.getLong("id"), row.getString("region"), Segment.valueOf(row.getString("segment"))));
                });
        return jobs;
    }

    private static OutsideAnswer answer(ResultSet row) throws SQLException {
        return new OutsideAnswer(row.getString("source_key").substring(PREFIX), Business.valueOf(row.getString("business")), row.getString("team"),
                row.getString("employee"), moment(row, "done_at"), moment(row, "asked_at"), row.getBoolean("reached"), row.getString("scale"),
                row.getString("rating"), row.getString("suggestion"), null);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
