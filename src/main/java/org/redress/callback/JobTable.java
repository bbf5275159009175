package org.redress.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Customer;
import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of service_job, a statement for many of them. */
@Repository
class JobTable {

    private final JdbcClient jdbc;
    private final JsonRows json;

    JobTable(JdbcClient jdbc, JsonRows json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Set<String> known(Collection<String> externalIds) {
        return new HashSet<>(jdbc.sql("select external_id from service_job where external_id = any(:ids)")
                .param("ids", externalIds.toArray(String[]::new))
                .query(String.class).list());
    }

    /** Those of the numbers that are in already, as they came in; their customer is known by the account alone. */
    Map<String, ServiceJob> existing(Collection<String> externalIds) {
        Map<String, ServiceJob> existing = new HashMap<>();
        jdbc.sql("""
                select j.external_id, j.business, j.done_at, j.appointment_at, j.team, j.employee, j.warranty, c.account
                from service_job j join customer c on c.id = j.customer_id where j.external_id = any(:ids)""")
                .param("ids", externalIds.toArray(String[]::new))
                .query((row, number) -> new ServiceJob(row.getString("external_id"), Business.valueOf(row.getString("business")),
                        CallRow.moment(row, "done_at"), CallRow.moment(row, "appointment_at"), row.getString("team"),
                        row.getString("employee"), new ServiceJob.JobCustomer(row.getString("account"), null, null, null),
                        row.getBoolean("warranty")))
                .list().forEach(job -> existing.put(String.valueOf(job.externalId()), job));
        return existing;
    }

    /** A job with what the customer file and the sampling say of it. */
    record Drawn(ServiceJob job, Customer customer, boolean sampled, SamplingRule.Rate rate) {
    }

    /** @return row ids by number; without those that came in meanwhile by another way */
    Map<String, Long> insert(Collection<Drawn> jobs, Instant now) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("""
                insert into service_job (external_id, business, done_at, appointment_at, team, employee, customer_id, customer_name, phone,
                        segment, region, warranty, sampled, rate, sampling_rule, sampling_version, received_at)
                select r.*, cast(:now as timestamptz)
                from jsonb_to_recordset(cast(:rows as jsonb)) as r(external_id text, business text, done_at timestamptz,
                        appointment_at timestamptz, team text, employee text, customer_id bigint, customer_name text, phone text,
                        segment text, region text, warranty boolean, sampled boolean, rate integer, sampling_rule text,
                        sampling_version integer)
                order by r.external_id
                on conflict (external_id) do nothing
                returning external_id, id""")
                .param("rows", json.of(jobs.stream().map(JobTable::columns).toList())).param("now", offset(now))
                .query((row, number) -> ids.put(row.getString("external_id"), row.getLong("id"))).list();
        return ids;
    }

    /** The jobs as lines of a campaign that ends then; unknown ids are left out. */
    List<NewLine> lines(Collection<Long> ids, Instant windowEndsAt) {
        return jdbc.sql("""
                select j.id, j.external_id, j.business, j.done_at, j.team, j.employee, j.customer_id, c.name, c.phone, c.segment,
                       c.do_not_call, c.vip_agent
                from service_job j join customer c on c.id = j.customer_id where j.id = any(:ids) order by j.id""")
                .param("ids", ids.toArray(Long[]::new)).query((row, number) -> line(row, windowEndsAt)).list();
    }

    private static NewLine line(ResultSet row, Instant windowEndsAt) throws SQLException {
        return new NewLine(row.getLong("id"), row.getString("external_id"), Business.valueOf(row.getString("business")),
                CallRow.moment(row, "done_at"), row.getString("team"), row.getString("employee"), row.getLong("customer_id"),
                row.getString("name"), row.getString("phone"), Segment.valueOf(row.getString("segment")), row.getBoolean("do_not_call"),
                row.getString("vip_agent"), windowEndsAt);
    }

    private static Map<String, @Nullable Object> columns(Drawn drawn) {
        ServiceJob job = drawn.job();
        Customer customer = drawn.customer();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("external_id", job.externalId());
        columns.put("business", job.business());
        columns.put("done_at", job.doneAt());
        columns.put("appointment_at", job.appointmentAt());
        columns.put("team", job.team());
        columns.put("employee", job.employee());
        columns.put("customer_id", customer.id());
        columns.put("customer_name", customer.name());
        columns.put("phone", customer.phone());
        columns.put("segment", customer.segment());
        columns.put("region", customer.area());
        columns.put("warranty", job.warranty());
        columns.put("sampled", drawn.sampled());
        columns.put("rate", drawn.rate().percent());
        columns.put("sampling_rule", drawn.rate().rule());
        columns.put("sampling_version", drawn.rate().version());
        return columns;
    }

    static @Nullable OffsetDateTime offset(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
