package org.redress.campaign;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Chooses the jobs of a population that are called about, and says of every other one why not. */
@Repository
class PopulationTable {

    private final JdbcClient jdbc;
    private final SignalTable days;

    PopulationTable(JdbcClient jdbc, SignalTable days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    private record Row(long job, @Nullable LeftOut reason) {
    }

    Choice choose(Population chosen, Instant now) {
        List<Row> rows = jdbc.sql("""
                with job as (
                    select j.id, j.external_id, j.customer_id,
                        row_number() over (partition by j.customer_id order by j.done_at desc, j.id desc) as place
                    from service_job j
                    where j.done_at >= :from and j.done_at < :to and (cast(:business as text) is null or j.business = :business)
                        and (cast(:team as text) is null or j.team = :team) and (cast(:region as text) is null or j.region = :region)
                        and (cast(:segment as text) is null or j.segment = :segment)
                        and (not :bad or exists (select from evaluation e
                            where e.job_id = j.id and e.campaign_id is null and e.meaning = 'DISSATISFIED'))
                        and (not :complaints or j.external_id in (select k.service_job from complaint k
                            where k.service_job is not null and k.state not in ('MERGED', 'REJECTED', 'WITHDRAWN'))))
                select job.id, case
                    when job.place > 1 then 'SAME_CUSTOMER'
                    when coalesce(btrim(c.phone), '') = '' then 'NO_PHONE'
                    when c.do_not_call then 'DO_NOT_CALL'
                    when exists (select from service_job o join follow_up_call f on f.job_id = o.id
                        where o.customer_id = job.customer_id and f.state = 'OPEN') then 'ON_THE_LIST'
                    when :rests and exists (select from service_job o join follow_up_call f on f.job_id = o.id join call_attempt a on a.call_id = f.id
                        where o.customer_id = job.customer_id and a.at >= :since) then 'CALLED_LATELY'
                    end as reason
                from job join customer c on c.id = job.customer_id
                order by md5(job.external_id || :seed), job.id""")
                .param("from", days.start(chosen.from())).param("to", days.start(chosen.to()))
                .param("business", chosen.business() == null ? null : chosen.business().name()).param("team", chosen.team())
                .param("region", chosen.region()).param("segment", chosen.segment() == null ? null : chosen.segment().name())
                .param("bad", chosen.onlyBadlyRated()).param("complaints", chosen.onlyComplaints()).param("rests", chosen.restDays() > 0)
                .param("since", now.minus(chosen.restDays(), ChronoUnit.DAYS).atOffset(ZoneOffset.UTC)).param("seed", chosen.seed())
                .query((row, number) -> new Row(row.getLong("id"), reason(row.getString("reason")))).list();
        List<Long> jobs = new ArrayList<>();
        Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
        for (Row row : rows) {
            if (row.reason() != null) {
                leftOut.merge(row.reason(), 1, Integer::sum);
            } else if (jobs.size() < chosen.most()) {
                jobs.add(row.job());
            } else {
                leftOut.merge(LeftOut.NOT_DRAWN, 1, Integer::sum);
            }
        }
        return new Choice(rows.size(), jobs, leftOut);
    }

    /** Regions that jobs name, for the choice. */
    List<String> regions() {
        return jdbc.sql("select distinct area from customer where area is not null order by area limit 200").query(String.class).list();
    }

    private static @Nullable LeftOut reason(@Nullable String name) {
        return name == null ? null : LeftOut.valueOf(name);
    }
}
