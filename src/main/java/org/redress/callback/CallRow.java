package org.redress.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.shared.Business;

/** A follow-up call with the job it is about, as it stands in the database. */
record CallRow(long id, String state, Instant windowEndsAt, int attempts, @Nullable Instant retryAt, boolean promised,
        @Nullable Boolean appointmentKept,
        @Nullable String scale, @Nullable String rating, @Nullable String suggestion, @Nullable Boolean complaint, @Nullable String summary,
        @Nullable String caseNumber, String jobId, Business business, Instant doneAt, @Nullable Instant appointmentAt,
        @Nullable String team, @Nullable String employee, long customerId, String customerName, @Nullable String phone, Segment segment,
        boolean warranty) {

    static final String SELECT = """
            select c.id, c.state, c.window_ends_at, c.attempts, c.retry_at, c.promised, c.appointment_kept, c.scale, c.rating, c.suggestion,
                   c.complaint, c.summary, c.case_number, j.external_id, j.business, j.done_at, j.appointment_at, j.team, j.employee,
                   j.customer_id, j.customer_name, j.phone, j.segment, j.warranty
            from follow_up_call c join service_job j on j.id = c.job_id
            """;

    static CallRow of(ResultSet row, int number) throws SQLException {
        return new CallRow(row.getLong("id"), row.getString("state"), moment(row, "window_ends_at"), row.getInt("attempts"),
                moment(row, "retry_at"), row.getBoolean("promised"), flag(row, "appointment_kept"), row.getString("scale"), row.getString("rating"),
                row.getString("suggestion"), flag(row, "complaint"), row.getString("summary"), row.getString("case_number"),
                row.getString("external_id"), Business.valueOf(row.getString("business")), moment(row, "done_at"),
                moment(row, "appointment_at"), row.getString("team"), row.getString("employee"), row.getLong("customer_id"),
                row.getString("customer_name"), row.getString("phone"), Segment.valueOf(row.getString("segment")),
                row.getBoolean("warranty"));
    }

    /** Null only where the column may be. */
    static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Boolean.class);
    }

    FollowUpCalls.@Nullable CallAnswer answer() {
        return scale == null ? null
                : new FollowUpCalls.CallAnswer(appointmentKept, scale, rating, suggestion, Boolean.TRUE.equals(complaint), summary);
    }
}
