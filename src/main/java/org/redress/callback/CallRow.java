package org.redress.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.shared.Business;

/**
 * A follow-up call with the job it is about, as it stands in the database.
 *
 * @param promiseDueAt when a running promise is broken, null without one
 * @param answers      JSON of the answers beyond the fixed questions
 */
record CallRow(long id, CallState state, Instant windowEndsAt, int attempts, @Nullable Instant retryAt, @Nullable Instant promiseDueAt,
        @Nullable Boolean appointmentKept, @Nullable String scale, @Nullable String rating, @Nullable String suggestion,
        @Nullable Boolean complaint, @Nullable String summary, @Nullable String caseNumber, @Nullable Long campaignId,
        @Nullable String questionnaire, @Nullable Integer questionnaireVersion, String answers, @Nullable String agent,
        @Nullable Instant calledAt, Job job) {

    /** @param id row of service_job; @param number as the other system numbers it */
    record Job(long id, String number, Business business, Instant doneAt, @Nullable Instant appointmentAt, @Nullable String team,
            @Nullable String employee, @Nullable String region, long customerId, String customerName, @Nullable String phone,
            Segment segment, boolean warranty) {
    }

    static final String SELECT = """
            select c.id, c.state, c.window_ends_at, c.attempts, c.retry_at, c.appointment_kept, c.scale, c.rating, c.suggestion,
                   c.complaint, c.summary, c.case_number, c.campaign_id, c.questionnaire, c.questionnaire_version, c.answers, c.agent,
                   c.called_at, p.due_at as promise_due_at,
                   j.id as job_row, j.external_id, j.business, j.done_at, j.appointment_at, j.team, j.employee, j.region,
                   j.customer_id, j.customer_name, j.phone, j.segment, j.warranty
            from follow_up_call c join service_job j on j.id = c.job_id
            left join call_promise p on p.call_id = c.id and p.ended_at is null
            """;

    static CallRow of(ResultSet row, int number) throws SQLException {
        return new CallRow(row.getLong("id"), CallState.valueOf(row.getString("state")), moment(row, "window_ends_at"),
                row.getInt("attempts"), moment(row, "retry_at"), moment(row, "promise_due_at"),
                row.getObject("appointment_kept", Boolean.class), row.getString("scale"), row.getString("rating"),
                row.getString("suggestion"), row.getObject("complaint", Boolean.class), row.getString("summary"),
                row.getString("case_number"), row.getObject("campaign_id", Long.class), row.getString("questionnaire"),
                row.getObject("questionnaire_version", Integer.class), row.getString("answers"), row.getString("agent"),
                moment(row, "called_at"), job(row));
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(row.getLong("job_row"), row.getString("external_id"), Business.valueOf(row.getString("business")),
                moment(row, "done_at"), moment(row, "appointment_at"), row.getString("team"), row.getString("employee"),
                row.getString("region"), row.getLong("customer_id"), row.getString("customer_name"), row.getString("phone"),
                Segment.valueOf(row.getString("segment")), row.getBoolean("warranty"));
    }

    /** Null only where the column may be. */
    static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A promised call is due when the promise would be broken, any other when its window ends. */
    Instant dueAt() {
        return promiseDueAt != null && promiseDueAt.isBefore(windowEndsAt) ? promiseDueAt : windowEndsAt;
    }
}
