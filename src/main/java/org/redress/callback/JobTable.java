package org.redress.callback;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Customer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of service_job and the calls that open from them. */
@Repository
class JobTable {

    private final JdbcClient jdbc;

    JobTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> known(Collection<String> externalIds) {
        return new HashSet<>(jdbc.sql("select external_id from service_job where external_id = any(:ids)")
                .param("ids", externalIds.toArray(String[]::new))
                .query(String.class).list());
    }

    /** Empty when the number came in meanwhile by another way. */
    Optional<Long> insert(ServiceJob job, Customer customer, boolean sampled, SamplingRule.Rate rate, Instant now) {
        return jdbc.sql("""
                insert into service_job (external_id, business, done_at, appointment_at, team, employee, customer_id, customer_name,
                        phone, segment, warranty, sampled, rate, sampling_rule, received_at)
                values (:externalId, :business, :doneAt, :appointmentAt, :team, :employee, :customerId, :customerName,
                        :phone, :segment, :warranty, :sampled, :rate, :rule, :now)
                on conflict (external_id) do nothing
                returning id""")
                .param("externalId", job.externalId())
                .param("business", job.business() == null ? null : job.business().name())
                .param("doneAt", offset(job.doneAt()))
                .param("appointmentAt", offset(job.appointmentAt()))
                .param("team", job.team())
                .param("employee", job.employee())
                .param("customerId", customer.id())
                .param("customerName", customer.name())
                .param("phone", customer.phone())
                .param("segment", customer.segment().name())
                .param("warranty", job.warranty())
                .param("sampled", sampled)
                .param("rate", rate.percent())
                .param("rule", rate.rule())
                .param("now", offset(now))
                .query(Long.class).optional();
    }

    long openCall(long jobId, Instant windowEndsAt) {
        return jdbc.sql("insert into follow_up_call (job_id, state, window_ends_at) values (:job, 'OPEN', :end) returning id")
                .param("job", jobId)
                .param("end", offset(windowEndsAt))
                .query(Long.class).single();
    }

    static @Nullable OffsetDateTime offset(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
