package org.redress.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs with and without bad answers, one customer each. */
final class CampaignData {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private int jobs;

    CampaignData(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("truncate campaign, evaluation, call_attempt, follow_up_call, service_job, complaint, open_task cascade").update();
    }

    /** So many jobs on a day, of which the first few were answered as bad; the others as good. */
    void month(Business business, LocalDate day, int number, int bad) {
        IntStream.range(0, number).forEach(i -> answer(job(business, day, "0755-0100 5%03d".formatted(jobs % 1000), false), business, day, i < bad));
    }

    long job(Business business, LocalDate day, String phone, boolean silent) {
        jobs++;
        long customer = jdbc.sql("""
                insert into customer (account, name, phone, area, do_not_call) values (?, ?, ?, 'north', ?)
                on conflict (account) do update set phone = excluded.phone, do_not_call = excluded.do_not_call returning id""")
                .params("C-" + jobs, "客户" + jobs, phone, silent).query(Long.class).single();
        return job(business, day, customer);
    }

    long job(Business business, LocalDate day, long customer) {
        jobs++;
        return jdbc.sql("""
                insert into service_job (external_id, business, done_at, team, employee, customer_id, customer_name, phone, sampled, rate, sampling_rule,
                    received_at, region)
                select ?, ?, ?, 'repair-1', 'handler', c.id, c.name, c.phone, true, 100, 'test', ?, 'north' from customer c where c.id = ? returning id""")
                .params("J-" + jobs, business.name(), noon(day), noon(day), customer).query(Long.class).single();
    }

    void answer(long job, Business business, LocalDate day, boolean bad) {
        jdbc.sql("""
                insert into evaluation (source_key, via, job_id, business, team, employee, region, done_at, asked_at, reached, answered_at, scale, rating,
                    meaning, outcome)
                values (?, 'PHONE', ?, ?, 'repair-1', 'handler', 'north', ?, ?, true, ?, 'GRADE5', ?, ?, ?)""")
                .params("TEST:" + job, job, business.name(), noon(day), noon(day), noon(day), bad ? "FAIL" : "GOOD", bad ? "DISSATISFIED" : "SATISFIED",
                        bad ? "DISSATISFIED" : "SATISFIED").update();
    }

    static java.time.OffsetDateTime noon(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(ZONE).toInstant();
        return noon.atOffset(ZoneOffset.UTC);
    }
}
