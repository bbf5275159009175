package org.redress.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.shared.Business;

/** A service job as far as an asking needs to know it. */
record AskedJob(long id, String externalId, Business business, Instant doneAt, boolean appointment, @Nullable String team, @Nullable String employee,
        @Nullable String region, Segment segment, long customerId, String customerName, @Nullable String phone, @Nullable String email, String language) {

    static final String SELECT = """
            select j.id, j.external_id, j.business, j.done_at, j.appointment_at, j.team, j.employee, j.region, j.segment, j.customer_id,
                   c.name, c.phone, c.email, c.language
            from service_job j join customer c on c.id = j.customer_id
            """;

    static AskedJob of(ResultSet row, int number) throws SQLException {
        return new AskedJob(row.getLong("id"), row.getString("external_id"), Business.valueOf(row.getString("business")),
                row.getObject("done_at", OffsetDateTime.class).toInstant(), row.getObject("appointment_at") != null, row.getString("team"),
                row.getString("employee"), row.getString("region"), Segment.valueOf(row.getString("segment")), row.getLong("customer_id"),
                row.getString("name"), row.getString("phone"), row.getString("email"), row.getString("language"));
    }

    Evaluation.Service service() {
        return new Evaluation.Service(id, null, null, business, team, employee, region, segment, doneAt);
    }
}
