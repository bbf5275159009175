package org.redress.campaign;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what {@link Signal} defines, by kind of service and month of the job in the company's zone. */
@Repository
class SignalTable {

    private static final String COMPLAINTS = """
            select j.business, cast(date_trunc('month', j.done_at at time zone :zone) as date) as month, count(*) as n, count(k.job) as x
            from service_job j
            left join (select distinct service_job as job from complaint
                where service_job is not null and state not in ('MERGED', 'REJECTED', 'WITHDRAWN')) k on k.job = j.external_id
            where j.done_at >= :from and j.done_at < :to and (cast(:business as text) is null or j.business = :business)
                and (cast(:team as text) is null or j.team = :team)
            group by 1, 2""";
    private static final String DISSATISFIED = """
            select e.business, cast(date_trunc('month', e.done_at at time zone :zone) as date) as month, count(*) as n,
                count(*) filter (where e.meaning = 'DISSATISFIED') as x
            from evaluation e
            where e.done_at >= :from and e.done_at < :to and e.reached and e.rating is not null and e.campaign_id is null
                and (cast(:business as text) is null or e.business = :business) and (cast(:team as text) is null or e.team = :team)
            group by 1, 2""";

    private final JdbcClient jdbc;
    private final Calendars calendars;

    SignalTable(JdbcClient jdbc, Calendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    private record Row(Business business, YearMonth month, Proportion proportion) {
    }

    /** @param business null for all; @param team null for all; @param to the last month. Kinds and months without anything are not there. */
    Map<Business, SortedMap<YearMonth, Proportion>> count(Signal signal, @Nullable Business business, @Nullable String team, YearMonth from, YearMonth to) {
        Map<Business, SortedMap<YearMonth, Proportion>> counts = new EnumMap<>(Business.class);
        jdbc.sql(signal == Signal.COMPLAINT_RATE ? COMPLAINTS : DISSATISFIED).param("zone", zone().getId())
                .param("from", start(from.atDay(1))).param("to", start(to.plusMonths(1).atDay(1))).param("team", team)
                .param("business", business == null ? null : business.name())
                .query((row, number) -> new Row(Business.valueOf(row.getString("business")), YearMonth.from(row.getObject("month", LocalDate.class)),
                        new Proportion(row.getLong("x"), row.getLong("n"))))
                .list().forEach(row -> counts.computeIfAbsent(row.business(), any -> new TreeMap<>()).put(row.month(), row.proportion()));
        return counts;
    }

    /** All kinds together. */
    SortedMap<YearMonth, Proportion> sum(Signal signal, @Nullable Business business, @Nullable String team, YearMonth from, YearMonth to) {
        SortedMap<YearMonth, Proportion> sum = new TreeMap<>();
        count(signal, business, team, from, to).values().forEach(months -> months.forEach((month, share) -> sum.merge(month, share, Proportion::plus)));
        return sum;
    }

    ZoneId zone() {
        return calendars.current().zone();
    }

    OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(zone()).toOffsetDateTime();
    }
}
